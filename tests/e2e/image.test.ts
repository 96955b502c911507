import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readStage } from './dockerfile'
import { freePort } from './freePort'
import { type Images, makeImages, type Running } from './image'
import { hasNginx, type Nginx, type NginxAnswer, startNginx } from './nginx'

const password = 'vier Worte ohne Bezug'
const email = 'admin@example.org'

let images: Images
let portal: Running
let proxy: Nginx | null = null
let address: string
let settings: Record<string, string>
let token: string

beforeAll(async () => {
  images = makeImages()
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  settings = {
    PORT: port,
    PUBLIC_URL: 'https://portal.example.org',
    TRUST_PROXY: '1',
    MFA_POLICY: 'optional',
    ROLE: 'web',
  }
  portal = images.run('portal', settings)
  await untilReady()
  if (hasNginx) proxy = await startNginx([port])
})

afterAll(async () => {
  await proxy?.stop()
  images?.remove()
})

/** Node 20 now and then never finishes loading a script (docs/operations.md): then it is started once more. */
async function saying(words: string, start: () => Running): Promise<Running> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const program = start()
    if (await program.said(words)) return program
    if (program.process.exitCode !== null) throw new Error(program.output())
    program.kill()
  }
  throw new Error(`Nothing said “${words}”.`)
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 600 && portal.process.exitCode === null; attempt += 1) {
    const isReady = await fetch(`${address}/api/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The portal did not become ready:\n${portal.output()}`)
}

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const isForm = body instanceof FormData
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `JWT ${token}` } : {}),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
  })
  const isJson = answer.headers.get('content-type')?.includes('json')
  return {
    status: answer.status,
    body: isJson ? await answer.json() : Buffer.from(await answer.arrayBuffer()),
  }
}

describe.sequential('what the Dockerfile puts into the image of the portal', () => {
  test('runs as somebody without rights, and is ready once its migrations are through', async () => {
    expect(readStage('portal').user).toBe('node')
    const { body } = await ask('GET', '/api/ready')
    expect(body).toMatchObject({ status: 'ready', checks: { migrations: 'ok', disk: 'ok' } })
    expect(await images.checkHealth(settings)).toBe(0)
    expect(await images.checkHealth({ ...settings, PORT: await freePort() })).toBe(1)
  })

  test('holds no sources, tests or development packages', () => {
    const folder = join(images.dataDir, '../portal')
    expect(readdirSync(folder).sort()).toEqual([
      '.next',
      'node_modules',
      'package.json',
      'public',
      'server.js',
    ])
    const packages = readdirSync(join(folder, 'node_modules'))
    for (const name of ['vitest', 'typescript', 'playwright-core', '@biomejs'])
      expect(packages).not.toContain(name)
  })

  test('takes its first admin from the image of the tools, who logs in', async () => {
    const words = [
      'create-admin',
      '--',
      '--email',
      email,
      '--username',
      'Erika Beispiel',
      '--password',
      password,
    ]
    const made = await saying('created.', () => images.run('tools', settings, words))
    expect(await made.ended, made.output()).toBe(0)
    const login = await ask('POST', '/api/users/login', { email, password })
    expect(login.status, JSON.stringify(login.body)).toBe(200)
    token = login.body.token
  })

  test('shows its pages', async () => {
    const page = await fetch(`${address}/admin/login`)
    expect(page.status).toBe(200)
    const script = /src="(\/_next\/static\/[^"]+\.js[^"]*)"/.exec(await page.text())?.[1]
    expect((await fetch(`${address}${script}`)).status).toBe(200)
  })

  test('leaves mails to a worker', async () => {
    expect((await ask('POST', '/api/users/forgot-password', { email })).status).toBe(200)
    expect(mails()).toBe('')
  })

  test('imports a file, and its report lands in the folder for data', async () => {
    const csv = fileURLToPath(new URL('../fixtures/samples/crm-2026-kw06.csv', import.meta.url))
    const form = new FormData()
    form.set('file', new File([new Uint8Array(readFileSync(csv))], 'crm.csv'))
    const preview = await ask('POST', '/api/import/csv', form)
    expect(preview.status).toBe(201)
    const applied = await ask('POST', '/api/import/csv/confirm', { importId: preview.body.importId })
    expect(applied.body).toMatchObject({ status: 'applied', created: 52 })
    const report = await ask('POST', '/api/reports/generate', { jahr: 2026, kw: 6 })
    expect(report.status).toBe(201)
    const [file = ''] = readdirSync(join(images.dataDir, 'reports'))
    expect(file).toMatch(/\.xlsx$/)
    // Its own and nobody else's.
    expect(statSync(join(images.dataDir, 'secret')).mode & 0o077).toBe(0)
    expect((await ask('GET', report.body.downloadUrl)).body.subarray(0, 2).toString()).toBe('PK')
  })
})

/** Lists by their nature, and what Next says of its own cache. */
const manyTimes = /^(set-cookie|vary|link|x-nextjs-.*)$/

const rawNames = ({ rawHeaders }: NginxAnswer) =>
  rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
const json = ({ body }: NginxAnswer) => JSON.parse(body.toString('utf8'))

/** A form with a file of so many bytes, as a browser sends it. */
function formOf(bytes: Buffer): { body: Buffer; headers: Record<string, string> } {
  const head =
    '--limit\r\ncontent-disposition: form-data; name="file"; filename="crm.csv"\r\ncontent-type: text/csv\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--limit--\r\n')])
  return {
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=limit', authorization: `JWT ${token}` },
  }
}

/** A CSV of one row with a very long cell. */
function csvOf(megabytes: number): Buffer {
  const head = Buffer.from(
    'Hauptkontakt;Erstellungsdatum;Modul;Thema;Name\r\nTonn | Regina;02.02.26, 08:50;Zweitmeinung Onkologie;"',
  )
  const tail = Buffer.from('";ZM-1\r\n')
  return Buffer.concat([head, Buffer.alloc(megabytes * 2 ** 20 - head.length - tail.length, 'x'), tail])
}

describe.skipIf(!hasNginx).sequential('nginx in front of it, with the site of deploy/', () => {
  const through = (path: string, call = {}) => (proxy as Nginx).ask(path, call)

  test('says each header once, and not which program it is', async () => {
    for (const path of ['/admin/login', '/api/health', '/api/cases', '/nothing']) {
      const answer = await through(path, { headers: { 'accept-encoding': 'gzip' } })
      const names = rawNames(answer).filter((name) => !manyTimes.test(name))
      expect([...new Set(names)], path).toEqual(names)
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        server: 'nginx',
      })
    }
    const page = await through('/admin/login')
    expect(page.headers['strict-transport-security']).toContain('max-age=')
  })

  test('packs pages, and no answer that has a secret in it', async () => {
    const headers = { 'accept-encoding': 'gzip', authorization: `JWT ${token}` }
    expect((await through('/admin/login', { headers })).headers['content-encoding']).toBe('gzip')
    const me = await through('/api/users/me', { headers })
    expect(json(me).token).toBe(token)
    expect(me.headers['content-encoding']).toBeUndefined()
  })

  test('gives cookies that only go back over TLS', async () => {
    const body = JSON.stringify({ email, password })
    const login = await through('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(login.status).toBe(200)
    expect(login.headers['set-cookie']?.[0]).toMatch(
      /^payload-token=.*; HttpOnly; Secure=true|HttpOnly.*Secure|Secure.*HttpOnly/i,
    )
    expect(login.headers['set-cookie']?.[0]).toMatch(/SameSite=Lax/i)
  })

  test('tells the portal who asks, whatever they say of themselves', async () => {
    const lie = '203.0.113.66'
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-for': lie,
      'x-real-ip': lie,
      forwarded: `for=${lie}`,
    }
    const body = JSON.stringify({ email, password })
    const login = await through('/api/users/login', { method: 'POST', headers, body, from: '127.0.0.7' })
    const authorization = `JWT ${json(login).token}`
    const sessions = json(await through('/api/users/sessions', { headers: { authorization } }))
    expect(sessions.docs.find((one: { isCurrent: boolean }) => one.isCurrent).ip).toBe('127.0.0.7')
    const entries = json(await through('/api/audit-log?limit=100', { headers: { authorization } }))
    expect(JSON.stringify(entries)).toContain('"ip":"127.0.0.7"')
    expect(JSON.stringify(entries)).not.toContain(lie)
  })

  test('has the limits count each address by itself', async () => {
    const guess = (from: string) => (_: unknown, index: number) =>
      through('/api/auth/refresh', {
        method: 'POST',
        from,
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${index % 250}` },
        body: JSON.stringify({ refreshToken: `guessed-${index}` }),
      })
    const statuses: number[] = []
    for (let batch = 0; batch < 16; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, guess('127.0.0.8')))
      statuses.push(...answers.map(({ status }) => status))
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(300)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    expect((await guess('127.0.0.9')(null, 0)).status).toBe(401)
  })

  test('lets files of 20 MB through to the portal, and larger ones are refused in words', async () => {
    const upload = (bytes: Buffer) => through('/api/import/csv', { method: 'POST', ...formOf(bytes) })
    const whole = await upload(csvOf(20))
    expect(whole.status, whole.body.toString().slice(0, 300)).toBe(201)
    const larger = await upload(csvOf(21))
    expect([larger.status, json(larger).errors[0].code]).toEqual([413, 'fileTooLarge'])
    const huge = await upload(csvOf(30))
    expect([huge.status, json(huge).errors[0].code]).toEqual([413, 'fileTooLarge'])
    expect(json(huge).errors[0].message).toContain('größer als 20 MB')
  })

  test('leaves addresses, ids and queries out of its log', async () => {
    await through(
      '/admin/collections/cases/0193b3f0-5c2a-7e41-9d0b-2f6a1c8e4b57?where[nachname][equals]=Tonn',
    )
    // nginx writes the line when the answer is out.
    const last = () => (proxy as Nginx).log().trimEnd().split('\n').at(-1) ?? ''
    await expect.poll(last).toMatch(/ GET \/admin\/collections\/cases \d+ /)
    expect((proxy as Nginx).log()).not.toMatch(/127\.0\.0|Tonn|0193b3f0/)
  })
})

describe.sequential('stopping', () => {
  test('a portal that is told to stop ends by itself, and nginx says so to those who ask', async () => {
    const { code, seconds } = await portal.terminate()
    expect([0, 143]).toContain(code)
    expect(seconds).toBeLessThan(25)
    expect(portal.output()).not.toMatch(/Error:/)
    if (!proxy) return
    const api = await proxy.ask('/api/health')
    expect([api.status, json(api).errors[0].code, api.headers['retry-after']]).toEqual([
      503,
      'portalAway',
      '30',
    ])
    const page = await proxy.ask('/admin')
    expect([page.status, page.body.toString()]).toEqual([503, expect.stringContaining('neu gestartet')])
  })

  test('the worker does what was left to it, and ends when it is told to', async () => {
    expect(mails()).toBe('')
    const worker = await saying('The worker runs jobs.', () =>
      images.run('worker', { ...settings, ROLE: 'worker' }),
    )
    await expect.poll(mails, { timeout: 60_000 }).toContain(email)
    const { seconds } = await worker.terminate()
    expect(seconds).toBeLessThan(25)
    expect(worker.output()).toContain('Stopping: no more jobs are taken.')
  })
})

function mails(): string {
  const folder = join(images.dataDir, 'mail')
  const names = readdirSync(images.dataDir).includes('mail') ? readdirSync(folder) : []
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
}
