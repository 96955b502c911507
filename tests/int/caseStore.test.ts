import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyCaseRules } from '../../src/domain/cases/applyCaseRules'
import type { CaseValues } from '../../src/domain/cases/caseValues'
import type { IcdCode } from '../../src/domain/icd/icdCodes'
import { countBlock } from '../../src/domain/imports/countBlock'
import type { ExistingWeek } from '../../src/domain/imports/planWeekRows'
import { buildCube } from '../../src/domain/reports/buildCube'
import { summaryColumns } from '../../src/domain/reports/summaryColumns'
import { summaryWeekOf } from '../../src/domain/reports/summaryWeek'
import type { CaseStore } from '../../src/store/caseStore'
import type { ImportWrites, UndoWrites } from '../../src/store/importStore'
import { newId } from '../../src/store/newId'
import type { CasePlace, ExistingCaseAt } from '../../src/store/storedCases'
import { storeOf } from '../../src/store/storeOf'
import { type Portal, startPortal } from './portal'

/** The contract that every store holds, whatever its database. */
const isShared = Boolean(process.env.MONGODB_URI)

let portal: Portal
let store: CaseStore

beforeAll(async () => {
  portal = await startPortal()
  store = storeOf(portal.payload)
})

afterAll(() => portal.stop())

beforeEach(async () => {
  for (const collection of [
    'import-blocks',
    'icd-codes',
    'icd-catalogue',
    'cases',
    'yearly-summaries',
    'audit-log',
    'imports',
  ] as const) {
    await portal.payload.db.deleteMany({ collection, where: {} })
  }
})

const at = '2026-11-23T10:00:00.000Z'

function newCase(values: CaseValues, fallId: string) {
  const changes = { datum: '2026-02-02', fallgruppe: 'onko', nachname: 'Tonn', ...values }
  const ruled = applyCaseRules({ before: null, changes, actor: null, now: at })
  if (!ruled.ok) throw new Error(JSON.stringify(ruled.problems))
  return { id: newId(), ...ruled.value, values: { ...ruled.value.values, fallId } }
}

async function writesOf(parts: Partial<ImportWrites>): Promise<ImportWrites> {
  const { id } = await portal.payload.db.create({
    collection: 'imports',
    data: { filename: 'x.csv', kind: 'crm-csv', status: 'applying' },
  })
  const result = {
    created: parts.creates?.length ?? 0,
    updated: 0,
    skipped: 0,
    failed: 0,
    counts: {},
    problems: [],
  }
  const revision = await store.revisionOf('imports')
  return {
    importId: String(id),
    revision,
    at,
    creates: [],
    updates: [],
    audit: [],
    blocks: [],
    result,
    ...parts,
  }
}

const apply = async (parts: Partial<ImportWrites>) => store.applyImport(await writesOf(parts))
async function applied(parts: Partial<ImportWrites>): Promise<ImportWrites> {
  const writes = await writesOf(parts)
  expect(await store.applyImport(writes)).toBe('applied')
  return writes
}
const undo = async (writes: Omit<UndoWrites, 'revision'>) =>
  store.undoImport({ ...writes, revision: await store.revisionOf('imports') })

/** What an undoing writes that puts nothing back. */
const undone = {
  at: '2026-11-24T10:00:00.000Z',
  appliedAt: at,
  removed: [],
  reverted: [],
  audit: [],
  blocks: [],
  result: {},
}

/** An applied import that is taken for undoing. */
async function undoing(parts: Partial<ImportWrites>): Promise<ImportWrites> {
  const writes = await applied(parts)
  const data = { isUndoing: true }
  await portal.payload.db.updateOne({ collection: 'imports', id: writes.importId, data })
  return writes
}
/** With a filter, for without one Payload takes MongoDB's estimate. */
const count = async (collection: 'cases' | 'icd-codes' | 'audit-log' | 'yearly-summaries') =>
  (await portal.payload.count({ collection, where: { id: { exists: true } } })).totalDocs

describe('applying an import', () => {
  test('stores cases as Payload itself would, with codes and audit entries', async () => {
    const made = newCase({ icd: 'C50.1, C79.5', unterlagen: true, geburtsdatum: '1960-04-28' }, 'F-1')
    const entry = {
      at,
      user: null,
      action: 'create',
      entityType: 'cases',
      entityId: made.id,
      changes: [],
      ip: null,
      userAgent: null,
    } as const
    const writes = await writesOf({ creates: [made], audit: [{ ...entry, changes: [] }] })
    expect(await store.applyImport(writes)).toBe('applied')
    const stored = await portal.payload.findByID({ collection: 'cases', id: made.id, depth: 0 })
    expect(stored).toMatchObject({
      fallId: 'F-1',
      jahr: 2026,
      kw: 6,
      datum: '2026-02-02',
      geburtsdatum: '1960-04-28',
      unterlagen: true,
      gutachten: false,
      icd: 'C50.1, C79.5',
      import: writes.importId,
      createdAt: at,
      updatedAt: at,
      icdEingegebenAm: at,
    })
    expect(await count('icd-codes')).toBe(2)
    expect(await count('audit-log')).toBe(1)
    const done = await portal.payload.findByID({ collection: 'imports', id: writes.importId })
    expect(done).toMatchObject({ status: 'applied', created: 1 })
  })

  test('stores nothing at all when a Fall-ID is taken', async () => {
    await apply({ creates: [newCase({}, 'F-1')] })
    expect(await apply({ creates: [newCase({ icd: 'C61' }, 'F-2'), newCase({}, 'F-1')] })).toBe('conflict')
    expect(await count('cases')).toBe(1)
    expect(await count('icd-codes')).toBe(0)
  })

  test('stores nothing when the import is not being applied any more', async () => {
    const writes = await writesOf({ creates: [newCase({}, 'F-1')] })
    expect(await store.applyImport(writes)).toBe('applied')
    const revision = await store.revisionOf('imports')
    expect(await store.applyImport({ ...writes, revision, creates: [newCase({}, 'F-2')] })).toBe('notOpen')
    expect(await count('cases')).toBe(1)
  })

  test('changes a case that is as it was read, and nothing when it moved', async () => {
    const made = newCase({ icd: 'C61' }, 'F-1')
    await apply({ creates: [made] })
    const { search } = newCase({}, 'x')
    const change = { values: { ort: 'Kiel', icd: 'C20' }, search }
    const moved = { id: made.id, updatedAt: '2026-01-01T00:00:00.000Z', ...change }
    expect(await apply({ updates: [moved], creates: [newCase({}, 'F-2')] })).toBe('conflict')
    expect(await count('cases')).toBe(1)
    expect(await apply({ updates: [{ ...moved, updatedAt: at }] })).toBe('applied')
    const stored = await portal.payload.findByID({ collection: 'cases', id: made.id })
    expect(stored).toMatchObject({ ort: 'Kiel', icd: 'C20', nachname: 'Tonn' })
    const codes = await portal.payload.find({ collection: 'icd-codes', depth: 0 })
    expect(codes.docs.map((row) => row.code)).toEqual(['C20'])
  })

  test('takes thousands of rows', async () => {
    const creates = Array.from({ length: 2_345 }, (_, index) =>
      newCase({ crmTicketId: `T-${index}` }, `F-${index}`),
    )
    expect(await apply({ creates })).toBe('applied')
    expect(await count('cases')).toBe(2_345)
  })
})

describe.skipIf(!isShared)('of two processes that plan on the same cases', () => {
  test('the second to store is overtaken, whatever it stores, and plans anew', async () => {
    const [first, second] = [await writesOf({ creates: [newCase({}, 'F-1')] }), await writesOf({})]
    const both = await Promise.all([first, second].map((writes) => store.applyImport(writes)))
    expect(both.toSorted()).toEqual(['applied', 'overtaken'])
    const [late] = [first, second].filter((_, index) => both[index] === 'overtaken')
    if (!late) throw new Error('nobody was overtaken')
    expect(await store.applyImport(late)).toBe('overtaken')
    const revision = await store.revisionOf('imports')
    expect(await store.applyImport({ ...late, revision })).toBe('applied')
    expect(await store.revisionOf('imports')).toBe(revision + 1)
  })

  test('so is whoever takes an import back', async () => {
    const { importId, revision } = await undoing({ creates: [newCase({}, 'F-1')] })
    expect(await store.undoImport({ ...undone, importId, revision })).toBe('overtaken')
    expect(await store.undoImport({ ...undone, importId, revision: revision + 1 })).toBe('undone')
  })
})

describe('undoing an import', () => {
  test('removes cases with their codes, once', async () => {
    const made = newCase({ icd: 'C50.1, C79.5' }, 'F-1')
    const { importId } = await undoing({ creates: [made, newCase({ icd: 'C61' }, 'F-2')] })
    expect(await undo({ ...undone, importId, removed: [made.id] })).toBe('undone')
    expect(await count('cases')).toBe(1)
    expect(await count('icd-codes')).toBe(1)
    expect(await undo({ ...undone, importId })).toBe('notOpen')
    const { importId: notTaken } = await applied({ creates: [newCase({}, 'F-3')] })
    expect(await undo({ ...undone, importId: notTaken })).toBe('notOpen')
    const entry = await portal.payload.findByID({ collection: 'imports', id: importId })
    expect(entry).toMatchObject({ status: 'undone', isUndoing: false, undoneAt: undone.at, undoResult: {} })
  })

  test('puts a case back with its codes and its version, and nothing when one moved', async () => {
    const { values, id, search } = newCase({ icd: 'C50.1', ort: 'Kiel' }, 'F-1')
    const { importId } = await undoing({ creates: [{ values, id, search }] })
    const back = { id, values: { icd: 'C61', ort: null }, search, updatedAt: '2026-01-01T00:00:00.000Z' }
    const moved = { ...undone, importId, reverted: [back], appliedAt: undone.at }
    expect(await undo(moved)).toBe('conflict')
    expect(await undo({ ...moved, reverted: [], removed: [id] })).toBe('conflict')
    expect(await undo({ ...moved, appliedAt: at })).toBe('undone')
    const [found] = await store.findByIds([id, newId()])
    expect(found).toMatchObject({ updatedAt: back.updatedAt, values: { icd: 'C61', ort: null } })
    const codes = await portal.payload.find({ collection: 'icd-codes', depth: 0 })
    expect(codes.docs.map((row) => row.code)).toEqual(['C61'])
  })
})

const emptyBlock = { sheet: null, digest: '', counts: countBlock([]), rows: [], items: [] }

describe('a plan made anew', () => {
  async function previewed() {
    const { id } = await portal.payload.db.create({
      collection: 'imports',
      data: { filename: 'x.csv', kind: 'crm-csv', status: 'previewed' },
    })
    await store.insertPlanBlocks([{ ...emptyBlock, importId: String(id), position: 0 }])
    const { docs } = await portal.payload.find({
      collection: 'import-blocks',
      where: { import: { equals: id } },
    })
    return { importId: String(id), blockId: String(docs[0]?.id) }
  }
  const replan = ({ importId, blockId }: { importId: string; blockId: string }, version: number) =>
    store.storeReplan({
      importId,
      at,
      version,
      counts: countBlock([]),
      decisions: [['2026!17', 'skip']],
      corrections: [['Tabelle 1.2!3', { ort: `Kiel ${version}` }]],
      blocks: [{ id: blockId, items: [], counts: countBlock([]), digest: `new ${version}` }],
      audit: [],
    })
  const stored = async ({ importId, blockId }: { importId: string; blockId: string }) => ({
    entry: await portal.payload.findByID({ collection: 'imports', id: importId, depth: 0 }),
    block: await portal.payload.findByID({ collection: 'import-blocks', id: blockId, depth: 0 }),
  })

  test('is stored with what was decided and corrected', async () => {
    const place = await previewed()
    expect(await replan(place, 0)).toBe('stored')
    expect(await replan(place, 1)).toBe('stored')
    expect(await stored(place)).toMatchObject({
      entry: {
        planVersion: 2,
        updatedAt: at,
        decisions: [['2026!17', 'skip']],
        corrections: [['Tabelle 1.2!3', { ort: 'Kiel 1' }]],
      },
      block: { digest: 'new 1' },
    })
  })

  test('is not stored, and no block of it, when somebody else was first or it is no preview any more', async () => {
    const place = await previewed()
    expect(await replan(place, 0)).toBe('stored')
    expect(await replan(place, 0)).toBe('moved')
    await portal.payload.db.updateOne({
      collection: 'imports',
      id: place.importId,
      data: { status: 'applying' },
    })
    expect(await replan(place, 1)).toBe('moved')
    expect(await stored(place)).toMatchObject({ entry: { planVersion: 1 }, block: { digest: 'new 0' } })
  })
})

test('progress is told to whoever asks, until it is forgotten', async () => {
  const { importId } = await writesOf({})
  expect(await store.progressOf(importId)).toBeNull()
  const progress = { phase: 'planning' as const, done: 10, total: 40, at }
  await store.noteProgress(importId, progress)
  await store.noteProgress(importId, { ...progress, done: 20 })
  expect(await store.progressOf(importId)).toEqual({ ...progress, done: 20 })
  await store.noteProgress(importId, null)
  expect(await store.progressOf(importId)).toBeNull()
})

test.each(['C61', null])(
  'while an import is stored others read, their writes wait and are not lost, and it tells how far it is (%s)',
  async (icd) => {
    const creates = Array.from({ length: 3_000 }, (_, index) => newCase({ icd }, `F-${index}`))
    const writes = await writesOf({ creates })
    const told: number[] = []
    const applying = store.applyImport(writes, (share) => told.push(share))
    const before = await count('cases')
    const data = { name: 'x', datum: '2026-02-02', fallgruppe: 'onko', nachname: 'Zugleich' } as const
    const other = portal.payload.create({ collection: 'cases', data: data as never })
    expect(await applying).toBe('applied')
    expect(before).toBe(0)
    expect(await other).toMatchObject({ nachname: 'Zugleich' })
    expect(await count('cases')).toBe(3_001)
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toBeGreaterThan(0.8)
    expect(Math.max(...told)).toBeLessThanOrEqual(1)
    expect(told).toEqual([...told].sort((left, right) => left - right))
  },
)

describe('weeks of an earlier year', () => {
  function week(kw: number, erstberatungen: number): Omit<ExistingWeek, 'updatedAt'> {
    const zeros = Object.fromEntries(summaryColumns.map((column) => [column, 0]))
    const counts = summaryWeekOf({ ...zeros, jahr: 2024, kw, erstberatungen })
    if (!counts) throw new Error('a count is missing')
    return { id: newId(), values: { ...counts, source: 'x.xlsx', generatedAt: at } }
  }

  const stored = async (id: string) => portal.payload.findByID({ collection: 'yearly-summaries', id })

  test('are stored as Payload itself would, each once, with the rest of the import or not at all', async () => {
    const made = week(5, 7)
    await applied({ weeks: { creates: [made], updates: [] } })
    expect(await stored(made.id)).toMatchObject({ ...made.values, createdAt: at, updatedAt: at })
    const again = { weeks: { creates: [week(6, 1), week(5, 8)], updates: [] }, creates: [newCase({}, 'F-1')] }
    expect(await apply(again)).toBe('conflict')
    expect([await count('yearly-summaries'), await count('cases')]).toEqual([1, 0])
  })

  test('are changed, removed and put back only while they stand as they were read', async () => {
    const [first, second] = [week(5, 7), week(6, 1)]
    await applied({ weeks: { creates: [first, second], updates: [] } })
    const later = { ...first, values: { ...first.values, erstberatungen: 9 }, updatedAt: at }
    const moved = { ...later, updatedAt: undone.at }
    expect(await apply({ weeks: { creates: [], updates: [moved] } })).toBe('conflict')
    const { importId } = await undoing({ at: undone.at, weeks: { creates: [], updates: [later] } })
    expect(await stored(first.id)).toMatchObject({ erstberatungen: 9, updatedAt: undone.at })
    const back = {
      ...undone,
      importId,
      weeks: { removed: [second.id], reverted: [{ ...first, updatedAt: at }] },
    }
    expect(await undo({ ...back, appliedAt: undone.at })).toBe('conflict')
    expect(await undo(back)).toBe('conflict')
    const reverting = { ...back, weeks: { ...back.weeks, removed: [] }, appliedAt: undone.at }
    expect(await undo(reverting)).toBe('undone')
    expect(await stored(first.id)).toMatchObject({ erstberatungen: 7, updatedAt: at })
    expect(await count('yearly-summaries')).toBe(2)
  })
})

test('stretches of a plan are stored in order, as Payload itself reads them, all of them or none', async () => {
  const { importId } = await writesOf({})
  const block = (position: number) => ({ ...emptyBlock, importId, position })
  await store.insertPlanBlocks([block(1), block(0)])
  const stored = () =>
    portal.payload.find({
      collection: 'import-blocks',
      where: { import: { equals: importId } },
      sort: 'position',
    })
  expect((await stored()).docs.map(({ position, rows }) => [position, rows])).toEqual([
    [0, []],
    [1, []],
  ])
  // There is a stretch at that place already.
  await expect(store.insertPlanBlocks([block(2), block(1)])).rejects.toThrow()
  expect((await stored()).totalDocs).toBe(2)
})

test('duplicate candidates are found by ticket and by person key, each once', async () => {
  const person = { vorname: 'Regina', geburtsdatum: '1960-04-28' }
  await apply({
    creates: [
      newCase({ crmTicketId: 'T-1', ...person }, 'F-1'),
      newCase({ crmTicketId: 'T-2' }, 'F-2'),
      newCase({}, 'F-3'),
    ],
  })
  const key = newCase(person, 'x').search.personKey as string
  const found = await store.findDuplicateCandidates({
    tickets: ['T-1', 'T-2', 'T-9'],
    personKeys: [key, 'nobody'],
  })
  expect(found.map((one) => one.fallId).sort()).toEqual(['F-1', 'F-2'])
  expect(found.find((one) => one.fallId === 'F-1')).toMatchObject({
    personKey: key,
    updatedAt: at,
    values: { vorname: 'Regina', gutachten: false, icd: null, crmTicketId: 'T-1' },
  })
  expect(await store.findDuplicateCandidates({ tickets: [], personKeys: [] })).toEqual([])
})

test('cases are found by their Fall-ID, unknown ones not', async () => {
  await apply({ creates: [newCase({ ort: 'Kiel' }, "2026-06-onko-O'Neill"), newCase({}, 'F-2')] })
  const found = await store.findByFallIds(["2026-06-onko-O'Neill", 'F-9'])
  expect(found).toMatchObject([{ fallId: "2026-06-onko-O'Neill", updatedAt: at, values: { ort: 'Kiel' } }])
  expect(await store.findByFallIds([])).toEqual([])
})

test('cases are read in the order of day and Fall-ID, a block after the other, each once', async () => {
  const places = [
    ['2026-02-02', 'F-2'],
    ['2025-12-31', 'F-9'],
    ['2026-02-02', 'F-Özdemir'],
    ['2026-02-02', 'F-Z'],
    ['2026-02-03', 'F-1'],
  ] as const
  await apply({ creates: places.map(([datum, fallId]) => newCase({ datum, ort: fallId }, fallId)) })
  const read: string[] = []
  let after: CasePlace | null = null
  for (;;) {
    const block: ExistingCaseAt[] = await store.casesInOrder({ after, limit: 2 })
    const last = block.at(-1)
    if (!last) break
    expect(block.length).toBeLessThanOrEqual(2)
    for (const { fallId, updatedAt, values } of block) {
      expect({ updatedAt, ort: values.ort }).toEqual({ updatedAt: at, ort: fallId })
      read.push(fallId)
    }
    after = { datum: String(last.values.datum), fallId: last.fallId }
  }
  expect(read).toEqual(['F-9', 'F-2', 'F-Z', 'F-Özdemir', 'F-1'])
})

test('Fall-IDs are found by their beginning, whatever the name', async () => {
  const names = [
    '2026-06-onko-Tonn',
    '2026-06-onko-Özdemir',
    '2026-06-onko-𝒳',
    '2026-06-sd-Tonn',
    '2026-07-onko-Tonn',
  ]
  await apply({ creates: names.map((fallId) => newCase({}, fallId)) })
  const found = await store.fallIdsWithPrefixes(['2026-06-onko-', '2026-07-onko-'])
  expect(new Set(found)).toEqual(new Set(names.filter((name) => name !== '2026-06-sd-Tonn')))
  expect(await store.fallIdsWithPrefixes([])).toEqual([])
})

test('the cube counts each case once, of the wanted year and weeks', async () => {
  const coded = {
    gutachten: true,
    gutachtenTyp: 'alternative',
    therapieaenderung: 'ja',
    taUebertherapie: true,
  }
  await apply({
    creates: [
      newCase({ unterlagen: true }, 'F-1'),
      newCase({ ...coded }, 'F-2'),
      newCase({ fallgruppe: 'sd', datum: '2026-02-09' }, 'F-3'),
      newCase({ datum: '2026-03-09' }, 'F-4'),
      newCase({ datum: '2025-02-09' }, 'F-5'),
    ],
  })
  const cube = buildCube(await store.flagGroups({ jahr: 2026, bisKw: 7 }))
  expect(cube).toEqual([
    expect.objectContaining({
      kw: 6,
      fallgruppe: 'onko',
      erstberatungen: 2,
      unterlagen: 1,
      gutachten: 1,
      alternative: 1,
      taJa: 1,
      uebertherapie: 1,
      keineRueckmeldung: 1,
    }),
    expect.objectContaining({ kw: 7, fallgruppe: 'sd', erstberatungen: 1, keineRueckmeldung: 1 }),
  ])
  expect(await store.years()).toEqual([
    { jahr: 2026, lastKw: 11 },
    { jahr: 2025, lastKw: 6 },
  ])
})

test('ICD counts take a group of cases, each code once per case', async () => {
  await apply({
    creates: [
      newCase({ icd: 'C50.1, C79.5' }, 'F-1'),
      newCase({ icd: 'C50.1' }, 'F-2'),
      newCase({ icd: 'E04.1', fallgruppe: 'sd' }, 'F-3'),
      newCase({ icd: 'C61', datum: '2026-03-09' }, 'F-4'),
    ],
  })
  expect(await store.icdCounts({ jahr: 2026, bisKw: 6, fallgruppe: 'onko' })).toEqual([
    { code: 'C50.1', count: 2 },
    { code: 'C79.5', count: 1 },
  ])
})

test('durations are counted by week, group and days from the case to documents and opinion', async () => {
  await apply({
    creates: [
      newCase({ unterlagenErhaltenAm: '2026-02-12', gutachtenAm: '2026-03-02' }, 'F-1'),
      newCase({ unterlagenErhaltenAm: '2026-02-12' }, 'F-2'),
      newCase({ unterlagenErhaltenAm: '2026-02-01', fallgruppe: 'sd' }, 'F-3'),
      newCase({ datum: '2025-02-03', gutachtenAm: '2025-02-03' }, 'F-4'),
      newCase({}, 'F-5'),
    ],
  })
  const onko = [
    { bis: 'unterlagen', kw: 6, fallgruppe: 'onko', tage: 10, count: 2 },
    { bis: 'gutachten', kw: 6, fallgruppe: 'onko', tage: 28, count: 1 },
  ]
  const sd = { bis: 'unterlagen', kw: 6, fallgruppe: 'sd', tage: -1, count: 1 }
  const all = await store.durationGroups({ jahr: 2026 })
  expect(all).toHaveLength(3)
  expect(all).toEqual(expect.arrayContaining([...onko, sd]))
  const ofOnko = await store.durationGroups({ jahr: 2026, fallgruppe: 'onko' })
  expect(ofOnko).toHaveLength(2)
  expect(ofOnko).toEqual(expect.arrayContaining(onko))
})

test('main groups are counted once per case', async () => {
  await apply({
    creates: [
      newCase({ icd: 'C50.1, C50.4, C79.5' }, 'F-1'),
      newCase({ icd: 'C50.1' }, 'F-2'),
      newCase({ icd: 'C73', fallgruppe: 'sd' }, 'F-3'),
      newCase({ icd: 'C61', datum: '2025-02-03' }, 'F-4'),
    ],
  })
  const inOrder = async (range: Parameters<typeof store.hauptgruppeCounts>[0]) =>
    (await store.hauptgruppeCounts(range)).map((row) => `${row.hauptgruppe} ${row.count}`).sort()
  expect(await inOrder({ jahr: 2026 })).toEqual(['C50 2', 'C73 1', 'C79 1'])
  expect(await inOrder({ jahr: 2026, fallgruppe: 'sd' })).toEqual(['C73 1'])
})

test('what is open is counted by day, of all years', async () => {
  await apply({
    creates: [
      newCase({ icd: 'C61', gutachten: true, unterlagen: true }, 'F-1'),
      newCase({ gutachten: true, gutachtenTyp: 'bestaetigung', ablehnung: true }, 'F-2'),
      newCase({ fallgruppe: 'sd' }, 'F-3'),
      newCase({ datum: '2025-02-03', icd: 'C61' }, 'F-4'),
    ],
  })
  const inOrder = async (range: Parameters<typeof store.openGroups>[0]) =>
    (await store.openGroups(range)).map((row) => `${row.was} ${row.datum} ${row.count}`).sort()
  expect(await inOrder({})).toEqual([
    'keineRueckmeldung 2025-02-03 1',
    'keineRueckmeldung 2026-02-02 1',
    'pendingCoding 2026-02-02 1',
    'pendingIcd 2026-02-02 2',
  ])
  expect(await inOrder({ fallgruppe: 'sd' })).toEqual([
    'keineRueckmeldung 2026-02-02 1',
    'pendingIcd 2026-02-02 1',
  ])
})

test('pending counts and the coding progress', async () => {
  await apply({
    creates: [
      newCase({ icd: 'C61', gutachten: true }, 'F-1'),
      newCase({ gutachten: true, gutachtenTyp: 'bestaetigung' }, 'F-2'),
      newCase({ gutachten: true, gutachtenTyp: 'alternative', fallgruppe: 'sd' }, 'F-3'),
      newCase({}, 'F-4'),
    ],
  })
  expect(await store.pendingCounts()).toEqual({ pendingIcd: 3, pendingCoding: 1 })
  expect(await store.codingProgress({})).toEqual({ gutachten: 3, bestaetigung: 1, alternative: 1 })
  expect(await store.codingProgress({ fallgruppe: 'sd' })).toEqual({
    gutachten: 1,
    bestaetigung: 0,
    alternative: 1,
  })
})

describe('the ICD catalogue', () => {
  const audit = [
    {
      at,
      user: null,
      action: 'import',
      entityType: 'icd-catalogue',
      entityId: '2026',
      changes: [],
      ip: null,
      userAgent: null,
    } as const,
  ].map((entry) => ({ ...entry, changes: [] }))
  const entry = (code: string, terminal = true) => ({
    code: code as IcdCode,
    title: `Krebs „${code}“`,
    terminal,
    usage: 'P' as const,
  })

  test('of a year is replaced whole, the others stay, and the newest is known', async () => {
    expect(await store.newestIcdCatalogue()).toBeNull()
    expect(await store.icdCatalogueEntries(2026)).toEqual([])
    await store.replaceIcdCatalogue({ year: 2026, at, entries: [entry('C50', false), entry('C50.1')], audit })
    await store.replaceIcdCatalogue({ year: 2025, at, entries: [entry('C50.1')], audit })
    expect(await store.newestIcdCatalogue()).toEqual({ year: 2026, at })
    const later = '2026-11-24T10:00:00.000Z'
    await store.replaceIcdCatalogue({ year: 2026, at: later, entries: [entry('C61'), entry('C50.1')], audit })
    expect(await store.newestIcdCatalogue()).toEqual({ year: 2026, at: later })
    const entries = await store.icdCatalogueEntries(2026)
    expect(entries.sort((left, right) => left.code.localeCompare(right.code))).toEqual([
      entry('C50.1'),
      entry('C61'),
    ])
    expect(await store.icdCatalogueEntries(2025)).toEqual([entry('C50.1')])
    const { docs } = await portal.payload.find({
      collection: 'icd-catalogue',
      where: { code: { equals: 'C61' } },
    })
    expect(docs).toMatchObject([{ ...entry('C61'), year: 2026, createdAt: later, updatedAt: later }])
  })

  test('stays as it is when one line cannot be stored', async () => {
    await store.replaceIcdCatalogue({ year: 2026, at, entries: [entry('C61')], audit })
    const entries = [...Array.from({ length: 1_200 }, (_, index) => entry(`X-${index}`)), entry('X-7')]
    const before = await count('audit-log')
    await expect(store.replaceIcdCatalogue({ year: 2026, at, entries, audit })).rejects.toThrow()
    expect(await count('audit-log')).toBe(before)
    expect(await store.icdCatalogueEntries(2026)).toEqual([entry('C61')])
  })

  test('of two who store the same year at once, one’s is there whole', async () => {
    const both = [
      [entry('C50.1'), entry('C61')],
      [entry('C20'), entry('C50.1')],
    ]
    // MongoDB may refuse the other one, SQLite lets it wait.
    await Promise.allSettled(
      both.map((entries) => store.replaceIcdCatalogue({ year: 2026, at, entries, audit })),
    )
    const stored = (await store.icdCatalogueEntries(2026)).map(({ code }) => code).sort()
    expect(both.map((entries) => entries.map(({ code }) => code))).toContainEqual(stored)
  })
})
