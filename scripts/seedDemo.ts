import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { berlinDay } from '../src/domain/calendar/berlinDay'
import { addDays } from '../src/domain/calendar/calendarDate'
import { isoWeekOf } from '../src/domain/calendar/isoWeek'
import { filesOf } from '../src/files/filesOf'
import { seedAllowedDomains } from '../src/services/registration/seedAllowedDomains'
import { generateReport } from '../src/services/reports/generateReport'
import { seedCases } from './demo/seedCases'
import { openPortal } from './openPortal'

type Login = { email: string; username: string; password: string; role: 'admin' | 'dak_mitarbeiter' }

/** Fills an empty demo with accounts, two years of cases and last week's report; keeps what is there already. */
const dataDir = process.env.DATA_DIR ?? join('data', 'demo')
const loginsFile = join(dataDir, 'demo-logins.json')

if (process.argv.includes('--print-logins')) {
  printLogins()
} else {
  const { payload, close } = await openPortal()
  if (process.argv.includes('--fresh')) await forgetEverything(payload)
  await seedAllowedDomains(payload)
  if ((await payload.count({ collection: 'users' })).totalDocs === 0) await seed(payload)
  await close()
}

async function seed(payload: Payload): Promise<void> {
  const logins = ['admin', 'dak'].map(newLogin)
  const users = []
  for (const login of logins)
    users.push(await payload.create({ collection: 'users', data: { ...login, isActive: true } }))
  const req = await createLocalReq(
    { user: users[0] ? { ...users[0], collection: 'users' } : undefined },
    payload,
  )
  const today = berlinDay(new Date())
  const count = await seedCases({ req, today })
  console.log(`${count} synthetic cases of two years stored.`)
  await generateLastWeek(req)
  writeFileSync(loginsFile, JSON.stringify(logins, null, 2), { mode: 0o600 })
}

async function generateLastWeek(req: PayloadRequest): Promise<void> {
  const { jahr, kw } = isoWeekOf(addDays(berlinDay(new Date()), -7))
  const report = await generateReport({ req, jahr, kw })
  console.log(`Report of week ${report.kw}/${report.jahr} generated.`)
}

function newLogin(name: string): Login {
  return {
    email: `${name}@example.org`,
    username: name,
    password: randomBytes(12).toString('base64url'),
    role: name === 'admin' ? 'admin' : 'dak_mitarbeiter',
  }
}

/**
 * `--fresh` on a database that is no file of the demo's folder: every collection is emptied, but not what the
 * schema has been through, and so are the folders of files.
 */
async function forgetEverything(payload: Payload): Promise<void> {
  for (const collection of Object.keys(payload.collections)) {
    if (collection === 'payload-migrations') continue
    await payload.db.deleteMany({ collection: collection as 'users', where: {} })
  }
  for (const folder of Object.values(filesOf(payload))) await folder.empty()
}

function printLogins(): void {
  console.log(`\nThe portal is running: ${process.env.PUBLIC_URL ?? 'http://localhost:3000'}/admin\n`)
  if (!existsSync(loginsFile)) {
    console.log('The accounts of this database were not made by the demo.')
    return
  }
  for (const { role, email, password } of JSON.parse(readFileSync(loginsFile, 'utf8')) as Login[]) {
    console.log(`  ${role === 'admin' ? 'Admin    ' : 'DAK staff'}  ${email.padEnd(20)} ${password}`)
  }
  console.log('\nStop with Ctrl+C. "npm run demo -- --fresh" begins anew.\n')
}
