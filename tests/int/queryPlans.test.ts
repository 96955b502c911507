import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyCaseRules } from '../../src/domain/cases/applyCaseRules'
import { createFallIdAllocator, fallIdKey } from '../../src/domain/cases/fallId'
import type { AuditFilter } from '../../src/store/auditStore'
import { newId } from '../../src/store/newId'
import { auditCondition } from '../../src/store/sqlite/auditCondition'
import { sqliteDatabase } from '../../src/store/sqlite/sqliteDatabase'
import { storeOf } from '../../src/store/storeOf'
import { createCase } from '../factories/createCase'
import { createRandom } from '../factories/random'
import { storeNewCases } from '../factories/storeNewCases'
import { type Login, type Portal, startPortal } from './portal'

/** The cube, the lists and the search for duplicates go through the indexes that were made for them. */
let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  await storeCases(4_000)
  await storeEntries(4_000)
})

afterAll(() => portal.stop())

async function storeCases(count: number): Promise<void> {
  const random = createRandom(5)
  const allocate = createFallIdAllocator([])
  const now = new Date().toISOString()
  const creates = Array.from({ length: count }, () => {
    const datum = `202${random.between(0, 6)}-0${random.between(1, 9)}-1${random.between(0, 9)}`
    const ruled = applyCaseRules({
      before: null,
      changes: createCase({ random, datum, ageInDays: 60 }),
      actor: null,
      now,
    })
    if (!ruled.ok) throw new Error(JSON.stringify(ruled.problems))
    const { values, search } = ruled.value
    return { search, id: newId(), values: { ...values, fallId: allocate(fallIdKey(values)) } }
  })
  await storeNewCases({ payload: portal.payload, creates, at: now })
}

async function storeEntries(count: number): Promise<void> {
  const random = createRandom(6)
  const changes = [{ field: 'icd', old: null, new: 'C50.1' }]
  const audit = Array.from({ length: count }, () => ({
    at: new Date(Date.UTC(2026, random.between(0, 9), random.between(1, 28))).toISOString(),
    user: `user-${random.between(0, 20)}`,
    action: random.chance(0.5) ? ('update' as const) : ('create' as const),
    entityType: random.chance(0.9) ? ('cases' as const) : ('users' as const),
    entityId: `entity-${random.between(0, 500)}`,
    changes,
    ip: null,
    userAgent: null,
  }))
  const store = storeOf(portal.payload)
  const revision = await store.revisionOf('audit-seals')
  await store.replaceAuditValues({ revision, entries: [], seals: [], audit })
}

type Statement = { sql: string; args?: unknown[] }
type SqliteClient = { execute(statement: Statement): Promise<{ rows: Record<string, unknown>[] }> }
type MongoModel = { collection: { aggregate(pipeline: object[]): { toArray(): Promise<IndexStats[]> } } }
type IndexStats = { key: Record<string, unknown>; accesses: { ops: unknown } }

type Work = () => Promise<unknown>

/** Whether the work used the index on a collection with these fields, as `jahr,kw`. */
async function isUsedBy(fields: string, work: Work, slug = 'cases'): Promise<boolean> {
  return portal.payload.db.name === 'sqlite'
    ? (await usedOnSqlite(work, slug)).includes(fields)
    : isUsedOnMongo(fields, work, slug)
}

/** SQLite explains every statement on the collection that the work ran; what it sorts by itself is `sorted`. */
async function usedOnSqlite(work: Work, slug = 'cases'): Promise<string[]> {
  const table = slug.replace('-', '_')
  const { client } = portal.payload.db as unknown as { client: SqliteClient }
  const statements: Statement[] = []
  const execute = client.execute
  client.execute = (statement) => {
    statements.push(statement)
    return execute.call(client, statement)
  }
  await work().finally(() => {
    client.execute = execute
  })
  const used = new Set<string>()
  for (const { sql, args = [] } of statements.filter((one) => new RegExp(`\\b${table}\\b`).test(one.sql))) {
    const { rows } = await client.execute({ sql: `explain query plan ${sql}`, args })
    for (const { detail } of rows) {
      const index = new RegExp(`\\b(?:SEARCH|SCAN) ${table}\\b.* INDEX (\\S+)`).exec(String(detail))?.[1]
      if (/TEMP B-TREE/.test(String(detail))) used.add('sorted')
      if (index) used.add(await fieldsOf({ client, index }))
    }
  }
  return [...used]
}

async function fieldsOf({ client, index }: { client: SqliteClient; index: string }): Promise<string> {
  const { rows } = await client.execute({ sql: `select name from pragma_index_info('${index}')` })
  return rows
    .map(({ name }) => String(name).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
    .join(',')
}

/** MongoDB counts how often each index is used; a compatible server may tell of it a second or two later. */
async function isUsedOnMongo(fields: string, work: Work, slug = 'cases'): Promise<boolean> {
  const { collections } = portal.payload.db as unknown as { collections: Record<string, MongoModel> }
  const uses = async () => {
    const stats = (await collections[slug]?.collection.aggregate([{ $indexStats: {} }]).toArray()) ?? []
    return Number(stats.find(({ key }) => Object.keys(key).join(',') === fields)?.accesses.ops ?? 0)
  }
  const before = await uses()
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await work()
    if ((await uses()) > before) return true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return false
}

const get = (path: string) => async () => {
  const { status } = await portal.call('GET', path, { as: admin })
  expect(status).toBe(200)
}

test.each([
  [
    'the ICD counts',
    'jahr,fallgruppe,icd,kw',
    () => storeOf(portal.payload).icdCounts({ jahr: 2026, bisKw: 20, fallgruppe: 'onko' }),
  ],
  ['cases pending ICD', 'icd,datum,fallId', get('/api/cases/pending-icd')],
  ['the coding queue', 'gutachten,gutachtenTyp,datum,fallId', get('/api/coding/queue')],
  ['a case by its Fall-ID', 'fallId', get('/api/cases?where[fallId][equals]=2026-06-onko-Tonn')],
  [
    'duplicates by ticket',
    'crmTicketId',
    () => storeOf(portal.payload).findDuplicateCandidates({ tickets: ['DEMO-1'], personKeys: [] }),
  ],
  [
    'duplicates by person',
    'personKey',
    () => storeOf(portal.payload).findDuplicateCandidates({ tickets: [], personKeys: ['tonn|regina'] }),
  ],
  [
    'the cases in order, from a place on',
    'datum,fallId',
    () => storeOf(portal.payload).casesInOrder({ after: { datum: '2026-02-02', fallId: 'F' }, limit: 10 }),
  ],
  ['the Fall-IDs of a week', 'fallId', () => storeOf(portal.payload).fallIdsWithPrefixes(['2026-06-onko-'])],
])('%s: %s', async (_, fields, work: () => Promise<unknown>) => {
  expect(await isUsedBy(fields, work)).toBe(true)
})

test.each([
  ['by name', 'nachnameSort,fallId', '/api/cases?sort=nachname&limit=10'],
  ['by name backwards', 'nachnameSort,fallId', '/api/cases?sort=-nachname&limit=10'],
  ['by date', 'datum,fallId', '/api/cases?sort=-datum&limit=10'],
  ['as they come', 'datum,fallId', '/api/cases?limit=10'],
])('all cases %s: %s', async (_, fields, path) => {
  if (portal.payload.db.name === 'sqlite') expect(await usedOnSqlite(get(path))).toContain(fields)
  else expect(await sortedOnMongo(get(path))).toContain(fields)
})

/**
 * The sorts the work asked MongoDB for, where all fields go in one direction and an index has just these fields: such a
 * sort MongoDB reads from the index. (The compatible server of the tests sorts in memory whenever nothing is filtered,
 * so its counts of used indexes would say nothing.)
 */
async function sortedOnMongo(work: Work, slug = 'cases'): Promise<string[]> {
  const { connection, collections } = portal.payload.db as unknown as {
    connection: { set(option: 'debug', value: unknown): void }
    collections: Record<string, { collection: { indexes(): Promise<{ key: object }[]> } }>
  }
  const sorts: Record<string, number>[] = []
  connection.set(
    'debug',
    (_collection: string, method: string, _filter: unknown, options?: { sort?: never }) => {
      if (method === 'find' && options?.sort) sorts.push(options.sort)
    },
  )
  await work().finally(() => connection.set('debug', false))
  const indexes = (await collections[slug]?.collection.indexes()) ?? []
  const indexed = new Set(indexes.map(({ key }) => Object.keys(key).join(',')))
  return sorts
    .filter((sort) => new Set(Object.values(sort)).size === 1)
    .map((sort) => Object.keys(sort).join(','))
    .filter((fields) => indexed.has(fields))
}

const audited = (filter: AuditFilter) => async () => {
  await storeOf(portal.payload).countAudit({ filter, limit: 10_000 })
  await storeOf(portal.payload).auditPage({ filter, start: 0, limit: 10 })
}

test.each<[string, string, AuditFilter]>([
  ['of somebody', 'user,at', { user: 'user-7' }],
  ['of nobody signed in', 'user,at', { user: null }],
  ['of an action', 'action,at', { action: 'create' }],
  ['of an entity', 'entityType,at', { entityType: 'users' }],
  ['of one thing, as in the tab “Verlauf”', 'entityId,at', { entityId: 'entity-7' }],
  ['of a time', 'at', { from: '2026-03-02T00:00:00.000Z', until: '2026-03-09T00:00:00.000Z' }],
])('audit entries %s: %s', async (_, fields, filter) => {
  expect(await isUsedBy(fields, audited(filter), 'audit-log')).toBe(true)
  if (portal.payload.db.name === 'sqlite')
    expect(await usedOnSqlite(audited(filter), 'audit-log')).toEqual([fields])
})

test('audit entries of two things at once are read through the index of the one with fewer', async () => {
  if (portal.payload.db.name !== 'sqlite') return // MongoDB tries the indexes against one another.
  const { client } = portal.payload.db as unknown as { client: SqliteClient }
  const leadOf = async (filter: AuditFilter) => {
    const { condition, args } = await auditCondition({
      database: sqliteDatabase(portal.payload),
      filter,
    })
    const { rows } = await client.execute({
      sql: `explain query plan select id from audit_log where ${condition} order by at desc limit 10`,
      args,
    })
    return rows.map(({ detail }) => String(detail)).join()
  }
  expect(await leadOf({ action: 'create', entityType: 'users' })).toMatch(/INDEX \S*entityType_at/)
  expect(await leadOf({ user: 'user-7', entityType: 'users' })).toMatch(/INDEX \S*user_at/)
})

test('all audit entries, the latest first: at', async () => {
  const work = get('/api/audit-log/list?limit=10')
  if (portal.payload.db.name === 'sqlite') expect(await usedOnSqlite(work, 'audit-log')).toContain('at')
  else expect(await sortedOnMongo(work, 'audit-log')).toContain('at')
})

test('the cube: jahr,kw,fallgruppe,statistik, or on the embedded database its own counts alone', async () => {
  const work = () => storeOf(portal.payload).flagGroups({ jahr: 2026, bisKw: 20 })
  if (portal.payload.db.name === 'sqlite') expect(await usedOnSqlite(work)).toEqual([])
  else expect(await isUsedOnMongo('jahr,kw,fallgruppe,statistik', work)).toBe(true)
})

test('the embedded database reads the ICD counts from their index alone', async () => {
  if (portal.payload.db.name !== 'sqlite') return // MongoDB's grouping always looks at the documents' values.
  const { client } = portal.payload.db as unknown as { client: SqliteClient }
  const { rows } = await client.execute({
    sql: `explain query plan select icd, count(*) from cases
          where jahr = 2026 and fallgruppe = 'onko' and icd is not null and kw <= 20 group by icd`,
  })
  expect(rows.map(({ detail }) => detail).join()).toContain('USING COVERING INDEX')
})
