import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
