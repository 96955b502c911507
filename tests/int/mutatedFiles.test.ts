import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOfZip, mutatedBytes, mutatedWorkbook } from '../factories/mutate'
import { createRandom } from '../factories/random'
import { type Login, type Portal, startPortal } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const files = readdirSync(samples)

/** How many mutations of each sample; `MUTATIONS=1000` for a long look. */
const mutations = Number(process.env.MUTATIONS ?? 25)

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
})

/** Nobody hands in more files than one admin may: after so many it is another's turn. */
async function takeTurns({ name, run }: { name: string; run: number }): Promise<void> {
  if (run % 100 === 0) admin = await portal.login('admin', `${files.indexOf(name)}-${run}`)
}

afterAll(() => portal.stop())

function upload({ bytes, name, path }: { bytes: Uint8Array; name: string; path: string }) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return portal.call('POST', path, { as: admin, form })
}

// With a filter, for MongoDB only estimates how many there are of all.
const countCases = async () =>
  (await portal.payload.count({ collection: 'cases', where: { jahr: { greater_than: 0 } } })).totalDocs

/**
 * A broken file is refused with a reason, or planned, applied and taken back; never an error of the portal's own, and
 * nothing is left behind.
 */
async function expectSense({ bytes, name, path, run }: Parameters<typeof upload>[0] & { run: number }) {
  const preview = await upload({ bytes, name, path })
  const about = `mutation ${run} of ${name}: ${JSON.stringify(preview.body).slice(0, 300)}`
  expect([201, 413, 415, 422], about).toContain(preview.status)
  if (preview.status !== 201) {
    expect(preview.body.errors[0], about).toMatchObject({ code: expect.any(String), filename: name })
    expect(preview.body.errors[0].message, about).toContain(name)
    return
  }
  const { importId, counts } = preview.body
  const { total, create, update, skip, decide, error } = counts
  expect(create + update + skip + decide + error, about).toBe(total)
  const errors = await portal.call('GET', `/api/import/${importId}/errors`, { as: admin })
  expect(errors.status, about).toBe(200)
  const applied = await portal.call('POST', `${path}/confirm`, { as: admin, body: { importId } })
  expect(applied, about).toMatchObject({ status: 200, body: { created: create, failed: error } })
  const undone = await portal.call('POST', `/api/import/${importId}/undo`, { as: admin })
  expect(undone, about).toMatchObject({ status: 200, body: { kept: 0, failed: 0 } })
}

describe('a sample with something wrong in it', () => {
  const csvFiles = files.filter((name) => name.endsWith('.csv'))

  test.each(csvFiles)(
    '%s',
    async (name) => {
      const random = createRandom(csvFiles.indexOf(name) + 1)
      const bytes = readFileSync(new URL(name, samples))
      const before = await countCases()
      for (let run = 0; run < mutations; run += 1) {
        await takeTurns({ name, run })
        await expectSense({ bytes: mutatedBytes({ bytes, random }), name, path: '/api/import/csv', run })
      }
      expect(await countCases()).toBe(before)
    },
    3_600_000,
  )

  test.each([
    ['Abrechnung_DAK.xlsx', '/api/import/historical'],
    ['icd-template-filled.xlsx', '/api/import/icd-xlsx'],
  ])(
    '%s',
    async (name, path) => {
      const random = createRandom(name.length)
      const bytes = readFileSync(new URL(name, samples))
      const entries = await entriesOfZip(bytes)
      const before = await countCases()
      for (let run = 0; run < mutations; run += 1) {
        await takeTurns({ name, run })
        const mutated = random.chance(0.3)
          ? mutatedBytes({ bytes, random })
          : mutatedWorkbook({ entries, random })
        await expectSense({ bytes: mutated, name, path, run })
      }
      expect(await countCases()).toBe(before)
    },
    3_600_000,
  )
})
