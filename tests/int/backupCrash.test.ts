import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWhole, openBackup } from '../../src/services/backup/openBackup'
import { openDatabaseCopy } from '../../src/store/backup/openDatabaseCopy'
import { exportOfMany } from '../factories/manyPeople'
import { bytesBelow, digestsOf, emptyPlace, type Place, removePlaces } from './places'
import { type Login, type Portal, startPortal } from './portal'
import { startChild } from './startChild'

const workInChild = fileURLToPath(new URL('./backUpAndDie.ts', import.meta.url))
/** `CRASH_ROWS=50000` for a long look. */
const rows = Number(process.env.CRASH_ROWS ?? 1_500)
const shares = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9]
const here: Place = { uri: process.env.DATABASE_URI ?? '', dataDir: process.env.DATA_DIR ?? '' }

let portal: Portal
let admin: Login
let folder: string

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  folder = await mkdtemp(join(tmpdir(), 'portal-backups-'))
  const form = new FormData()
  form.set('file', exportOfMany({ nachname: 'Adler', count: rows }))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: body.importId } })
  await portal.runJobs()
  mkdirSync(join(here.dataDir, 'mail'), { recursive: true })
  for (let index = 0; index < 20; index += 1)
    writeFileSync(join(here.dataDir, 'mail', `${index}.eml`), `Mail ${index} `.repeat(5_000))
})

afterAll(async () => {
  await portal.stop()
  await removePlaces()
  await rm(folder, { recursive: true })
})

type Work = { work: 'backup' | 'restore'; place: Place; file: string; afterMs?: number }

/** Does the work in a process of its own, which is killed (-9) some time after it has begun. Returns how long it ran. */
async function inChild({ work, place, file, afterMs }: Work): Promise<{ ms: number; code: number | null }> {
  const child = await startChild({ script: workInChild, args: [work, place.uri, place.dataDir, file] })
  const begun = performance.now()
  if (afterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), afterMs)
  const code = await new Promise<number | null>((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode)
    child.on('exit', resolve)
  })
  return { ms: performance.now() - begun, code }
}

const contentOf = async ({ uri, dataDir }: Place) => ({
  database: await digestsOf(uri),
  files: bytesBelow(dataDir, ['reports', 'mail']),
})

test('a backup that is killed leaves no file under its name, or a whole one, and goes away by itself', async () => {
  const { ms } = await inChild({ work: 'backup', place: here, file: join(folder, 'whole.zip') })
  for (const share of shares) {
    const file = join(folder, `killed-${share}.zip`)
    await inChild({ work: 'backup', place: here, file, afterMs: share * ms })
    if (existsSync(file)) {
      const backup = await openBackup(file)
      await ensureWhole(backup)
      backup.close()
    }
  }
  const dayBefore = new Date(Date.now() - 25 * 60 * 60_000)
  const left = readdirSync(folder).filter((name) => name.endsWith('.unfinished'))
  for (const name of left) utimesSync(join(folder, name), dayBefore, dayBefore)
  await inChild({ work: 'backup', place: here, file: join(folder, 'last.zip') })
  expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  expect(existsSync(join(folder, 'last.zip'))).toBe(true)
}, 600_000)

test('a restore that is killed can be finished or taken back', async () => {
  const wanted = await contentOf(here)
  const file = join(folder, 'last.zip')
  const place = emptyPlace()
  await inChild({ work: 'restore', place, file })
  expect(await contentOf(place)).toEqual(wanted)
  writeFileSync(join(place.dataDir, 'mail', 'own.eml'), 'what was sent here')
  const used = await contentOf(place)
  const { ms } = await inChild({ work: 'restore', place, file })
  let cutOff = 0
  for (const [round, share] of shares.entries()) {
    writeFileSync(join(place.dataDir, 'mail', 'own.eml'), 'what was sent here')
    await inChild({ work: 'restore', place, file, afterMs: share * ms })
    const copy = await openDatabaseCopy(place.uri)
    const note = await copy.unfinished()
    await copy.close()
    if (note?.work !== 'restore') {
      expect([wanted, used]).toContainEqual(await contentOf(place))
      continue
    }
    cutOff += 1
    const canTakeBack = round % 2 === 0 && note.kept !== null && existsSync(note.kept)
    const again = await inChild({ work: 'restore', place, file: canTakeBack ? (note.kept ?? '') : file })
    expect(again.code).toBe(0)
    expect(await contentOf(place)).toEqual(canTakeBack ? used : wanted)
  }
  expect(cutOff).toBeGreaterThan(0)
}, 600_000)
