import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reopenInterruptedImports } from '../../src/services/imports/reopenInterruptedImports'
import { type Login, type Portal, startPortal } from './portal'

const applyInChild = fileURLToPath(new URL('./applyImportAndDie.ts', import.meta.url))
const rows = 3_000

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
})

afterAll(() => portal.stop())

/** Confirms an import in a process of its own, which is killed (-9) after a time or when it is done. */
function confirmAndKill({ importId, afterMs }: { importId: string; afterMs: number }): Promise<void> {
  return new Promise((resolve) => {
    const child = fork(applyInChild, [importId, String(admin.user.id)], {
      execArgv: ['--import', 'tsx'],
      silent: true,
    })
    child.on('message', (message) => {
      if (message === 'begun') setTimeout(() => child.kill('SIGKILL'), afterMs)
    })
    child.on('exit', () => resolve())
  })
}

function exportOf(round: number): File {
  const lines = ['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name']
  for (let index = 0; index < rows; index += 1) {
    lines.push(
      `Abbruch${round} | Test${index} | 01.01.1960 |,"02.02.26, 08:50",Zweitmeinung Onkologie,,KILL-${round}-${index}`,
    )
  }
  return new File([lines.join('\n')], `kill-${round}.csv`)
}

const stored = async (round: number) =>
  (await portal.payload.count({ collection: 'cases', where: { nachname: { equals: `Abbruch${round}` } } }))
    .totalDocs

const auditedCreations = async () =>
  (await portal.payload.count({ collection: 'audit-log', where: { action: { equals: 'create' } } })).totalDocs

test('a kill in the middle of applying leaves nothing or everything, and the import can be confirmed again', async () => {
  const seen = new Set<number>()
  for (const [round, afterMs] of [0, 15, 60, 150, 400, 5_000].entries()) {
    const form = new FormData()
    form.set('file', exportOf(round))
    const { body: preview } = await portal.call('POST', '/api/import/csv', { as: admin, form })
    const before = await auditedCreations()
    await confirmAndKill({ importId: preview.importId, afterMs })
    const count = await stored(round)
    expect([0, rows]).toContain(count)
    seen.add(count)
    expect(await auditedCreations()).toBe(before + count)
    await reopenInterruptedImports(portal.payload)
    const again = await portal.call('POST', '/api/import/csv/confirm', {
      as: admin,
      body: { importId: preview.importId },
    })
    expect(again.status).toBe(count === 0 ? 200 : 409)
    expect(await stored(round)).toBe(rows)
  }
  expect(seen, 'the kills came both before and after the writing').toEqual(new Set([0, rows]))
}, 300_000)
