import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { openPortal } from './openPortal'

/** `npm run create-admin [-- --email … --username … --password …]`: makes an admin; asks for what is not given. */
const { values } = parseArgs({
  options: { email: { type: 'string' }, username: { type: 'string' }, password: { type: 'string' } },
})

const email = values.email ?? (await ask('E-Mail: '))
const username = values.username ?? (await ask('Benutzername: '))
const password = values.password ?? (await ask('Passwort (mindestens 12 Zeichen): '))

const { payload, close } = await openPortal()
try {
  await payload.create({
    collection: 'users',
    data: { email, username, password, role: 'admin', isActive: true },
    overrideAccess: true,
  })
  console.log(`Admin ${username} <${email.trim().toLowerCase()}> created.`)
} catch (error) {
  fail(`The admin was not created: ${describe(error)}`)
} finally {
  await close()
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) fail('Give --email, --username and --password, or run this in a terminal.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(question)
  terminal.close()
  return answer
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const data =
    'data' in error ? (error.data as { errors?: { path: string; message: string }[] } | null) : null
  const fields = data?.errors?.map((field) => `${field.path}: ${field.message}`).join(' ')
  return fields || error.message
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
