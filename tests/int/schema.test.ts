import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../src/migrations'
import { type Portal, startPortal } from './portal'

let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})

afterAll(() => portal.stop())

test('the migrations bring the embedded database to just the schema of the collections', async () => {
  if (portal.payload.db.name !== 'sqlite') return // MongoDB has no schema to migrate.
  const folder = new URL('../../src/migrations/', import.meta.url)
  const latest =
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1) ?? ''
  const snapshot = JSON.parse(readFileSync(new URL(latest, folder), 'utf8'))
  const adapter = portal.payload.db as unknown as { schema: Record<string, unknown> }
  const { generateSQLiteDrizzleJson } = createRequire(
    createRequire(import.meta.url).resolve('@payloadcms/db-sqlite'),
  )('drizzle-kit/api')
  const present = await generateSQLiteDrizzleJson(adapter.schema)
  expect(present.tables).toEqual(snapshot.tables)
})

test('the audit entries of earlier versions keep who they are of, in the order they came', async () => {
  const client = createClient({ url: ':memory:' })
  const run = async (query: { queryChunks: { value: string[] }[] }) =>
    client.execute(query.queryChunks.map(({ value }) => value.join('')).join(''))
  const index = migrations.findIndex(({ name }) => name.endsWith('_audit'))
  for (const { up } of migrations.slice(0, index)) await up({ db: { run } } as never)
  await client.execute(
    `insert into users (id, username, role, email) values ('u1', 'anna', 'admin', 'anna@example.org')`,
  )
  for (const [id, user] of [
    ['b', `'u1'`],
    ['a', 'null'],
  ])
    await client.execute(
      `insert into audit_log (id, at, user_id, action, entity_type, entity_id, changes)
        values ('${id}', '2026-11-28T12:00:00.000Z', ${user}, 'update', 'cases', 'c1', '[{"field":"ort"}]')`,
    )
  await migrations[index]?.up({ db: { run } } as never)
  await client.execute(`delete from users where id = 'u1'`)
  const { rows } = await client.execute(
    'select id, user, entity_id, changes, seal from audit_log order by rowid',
  )
  expect(rows.map((row) => Object.values(row).slice(0, 5))).toEqual([
    ['b', 'u1', 'c1', '[{"field":"ort"}]', null],
    ['a', null, 'c1', '[{"field":"ort"}]', null],
  ])
  await migrations[index]?.down({ db: { run } } as never)
  const before = await client.execute('select id, user_id from audit_log order by rowid')
  expect(before.rows.map(({ id, user_id }) => [id, user_id])).toEqual([
    ['b', null],
    ['a', null],
  ])
  client.close()
})
