import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { nthPerson } from '../factories/manyPeople'

/** `SOAK_MINUTES=30` for a long look. */
const minutes = Number(process.env.SOAK_MINUTES ?? 2)
const end = () => started + minutes * 60_000
let started = 0

const times: number[] = []
const troubles: string[] = []

type Caller = { token: string }
type Body = Record<string, any>

async function ask(method: string, path: string, caller?: Caller, body?: object | FormData): Promise<Body> {
  const isForm = body instanceof FormData
  const from = performance.now()
  const answer = await fetch(`${inject('address')}${path}`, {
    method,
    headers: {
      ...(caller ? { authorization: `JWT ${caller.token}` } : {}),
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    body: isForm ? body : body && JSON.stringify(body),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  times.push(performance.now() - from)
  // Two at one case: the second is told so, and that is no trouble.
  if (answer.status >= 400 && answer.status !== 409)
    troubles.push(`${method} ${path}: ${answer.status} ${bytes.toString().slice(0, 300)}`)
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return isJson ? JSON.parse(bytes.toString()) : { bytes: bytes.length }
}

async function logIn(role: string): Promise<Caller> {
  const { email, password } = inject('logins').find((login) => login.role === role) ?? {}
  return { token: (await ask('POST', '/api/users/login', undefined, { email, password })).token }
}

/** Access tokens last fifteen minutes, so each round signs in anew, and out again. */
async function again(role: string, work: (caller: Caller, round: number) => Promise<void>): Promise<void> {
  for (let round = 0; Date.now() < end(); round += 1) {
    const caller = await logIn(role)
    await work(caller, round)
    await ask('POST', '/api/users/logout', caller)
  }
}

function crmExport(round: number): FormData {
  const lines = ['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name']
  for (let index = 0; index < 400; index += 1) {
    const { vorname, geburtsdatum } = nthPerson((round * 400 + index) % 30_000)
    lines.push(
      `Dauer${round} | ${vorname} | ${geburtsdatum} |,"02.03.26, 08:50",Zweitmeinung Kardiologie,,SOAK-${started}-${round}-${index}`,
    )
  }
  const form = new FormData()
  form.set('file', new File([lines.join('\n')], `dauer-${round}.csv`))
  return form
}

async function bringFiles(admin: Caller, round: number): Promise<void> {
  const { importId } = await ask('POST', '/api/import/csv', admin, crmExport(round))
  await ask('GET', `/api/import/${importId}/rows?limit=100`, admin)
  const result = await ask('POST', '/api/import/csv/confirm', admin, { importId })
  if (result.created !== 400) troubles.push(`Import ${round} created ${result.created} cases.`)
  // So that the database does not grow for as long as it is looked at.
  const undone = await ask('POST', `/api/import/${importId}/undo`, admin)
  if (undone.reversed + undone.kept !== 400)
    troubles.push(`Undo ${round}: ${JSON.stringify(undone).slice(0, 200)}`)
}

async function enterCodes(staff: Caller, round: number): Promise<void> {
  const { docs } = await ask('GET', '/api/cases/pending-icd?fallgruppe=onko&limit=3', staff)
  for (const { id, updatedAt } of docs)
    await ask('PUT', `/api/cases/${id}/icd`, staff, { icd: round % 2 ? 'C50.1' : 'C34.9 C79.5', updatedAt })
  await ask('GET', '/api/cases/coding-template', staff)
  await ask('GET', '/api/notifications', staff)
}

async function codeOpinions(admin: Caller): Promise<void> {
  const { docs } = await ask('GET', '/api/coding/queue?limit=3', admin)
  const coded = { gutachtenTyp: 'alternative', therapieaenderung: 'ja', taUebertherapie: true }
  for (const { id } of docs) await ask('PUT', `/api/coding/${id}`, admin, coded)
  // What was coded is open again for the next round.
  const open = { gutachtenTyp: null, therapieaenderung: null, taUebertherapie: false }
  for (const { id } of docs) await ask('PATCH', `/api/cases/${id}`, admin, open)
}

async function readReports(staff: Caller, round: number): Promise<void> {
  await ask('GET', '/api/reports/dashboard?jahr=2026', staff)
  await ask('GET', `/api/reports/weekly/2026/${1 + (round % 40)}`, staff)
  await ask('GET', '/api/reports/list', staff)
  await ask('GET', '/api/cases?limit=20&sort=-datum&where[nachname][contains]=er', staff)
  await ask('POST', '/api/graphql', staff, { query: '{ Cases(limit: 5) { docs { fallId icd } totalDocs } }' })
}

async function generateReports(admin: Caller, round: number): Promise<void> {
  const { downloadUrl, id } = await ask('POST', '/api/reports/generate', admin, {
    jahr: 2026,
    kw: 1 + (round % 8),
  })
  await ask('GET', downloadUrl, admin)
  // Each new version keeps the one before.
  await ask('DELETE', `/api/reports/${id}`, admin)
  await new Promise((resolve) => setTimeout(resolve, 500))
}

/** Megabytes of the process of the portal and those it started. */
function memory(): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(processes.map((pid) => [pid, parentOf(pid)]))
  const isOurs = (pid: string): boolean => {
    if (pid === String(inject('pid'))) return true
    const parent = parents.get(pid)
    return parent !== undefined && parent !== '0' && isOurs(parent)
  }
  return processes.filter(isOurs).reduce((sum, pid) => sum + residentOf(pid), 0)
}

function parentOf(pid: string): string {
  return statusOf(pid, 'PPid')
}

function residentOf(pid: string): number {
  return Number(statusOf(pid, 'VmRSS').split(' ')[0] ?? 0) / 1024
}

/** Processes end while they are looked at. */
function statusOf(pid: string, field: string): string {
  try {
    return (
      new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    )
  } catch {
    return '0'
  }
}

async function watchMemory(): Promise<number[]> {
  const seen: number[] = []
  while (Date.now() < end()) {
    seen.push(memory())
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
  return seen
}

describe.skipIf(process.platform !== 'linux')('everybody at work while files come in', () => {
  test(`for ${minutes} minutes: no error, and the memory stays`, {
    timeout: (minutes + 2) * 60_000,
  }, async () => {
    started = Date.now()
    const [seen] = await Promise.all([
      watchMemory(),
      again('admin', bringFiles),
      again('dak_mitarbeiter', enterCodes),
      again('admin', codeOpinions),
      again('dak_mitarbeiter', readReports),
      again('admin', generateReports),
    ])
    const sorted = [...times].sort((one, other) => one - other)
    const third = Math.floor(seen.length / 3)
    const least = (from: number, to: number) => Math.round(Math.min(...seen.slice(from, to)))
    const [early, late] = [least(third, 2 * third), least(2 * third, seen.length)]
    process.stdout.write(
      `${times.length} requests, median ${Math.round(sorted[Math.floor(times.length / 2)] ?? 0)} ms, 99 % ` +
        `${Math.round(sorted[Math.floor(times.length * 0.99)] ?? 0)} ms; ${early} MB, then ${late} MB ` +
        `(${seen
          .filter((_, index) => index % 10 === 0)
          .map(Math.round)
          .join(' ')})\n`,
    )
    expect(troubles.slice(0, 20)).toEqual([])
    expect(times.length).toBeGreaterThan(60 * minutes)
    // A process that has just started still takes its room; what is kept for ever goes on growing.
    expect(late).toBeLessThan(early + 100 + 400 / minutes)
  })
})
