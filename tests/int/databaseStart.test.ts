import { getPayload } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { migrations } from '../../src/migrations'
import { portalDatabase } from '../../src/store/portalDatabase'
import { startMongoProxy } from './mongoProxy'
import { type Portal, startPortal } from './portal'

/** What the portal makes sure of when it starts. On the embedded database schema.test.ts says the same of its schema. */
let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})

afterAll(() => portal.stop())

type Collection = {
  dropIndex(name: string): Promise<unknown>
  createIndex(key: object, options: object): Promise<unknown>
  indexes(): Promise<{ name: string; key: object; unique?: boolean }[]>
}

type Database = { collections: Record<string, { collection: Collection }> }

const isMongo = Boolean(process.env.MONGODB_URI)
const casesOf = ({ db }: Portal['payload']) =>
  (db as unknown as Database).collections.cases?.collection as Collection

/** Another start of the portal on the same database. */
async function startAgain(uri = process.env.DATABASE_URI ?? '', key: string = crypto.randomUUID()) {
  const { default: config } = await import('@payload-config')
  const database = portalDatabase({ uri, migrations: [], migrationDir: '' })
  return getPayload({ config: { ...(await config), db: database as never }, key })
}

if (isMongo) {
  test('every declared index is there after the start, and one that is missing is made', async () => {
    const cases = casesOf(portal.payload)
    const keys = async () => (await cases.indexes()).map((index) => JSON.stringify(index.key))
    expect(await keys()).toEqual(
      expect.arrayContaining([
        '{"fallId":1}',
        '{"personKey":1}',
        '{"jahr":1,"kw":1,"fallgruppe":1,"statistik":1}',
        '{"icd":1,"datum":1,"fallId":1}',
      ]),
    )
    const index = (await cases.indexes()).find(({ key }) => JSON.stringify(key) === '{"personKey":1}')
    await cases.dropIndex(index?.name ?? '')
    expect(await keys()).not.toContain('{"personKey":1}')
    await (await startAgain()).destroy()
    expect(await keys()).toContain('{"personKey":1}')
  })

  test('an index in another form stops the start and is named', async () => {
    const cases = casesOf(portal.payload)
    const index = (await cases.indexes()).find(({ key }) => JSON.stringify(key) === '{"fallId":1}')
    await cases.dropIndex(index?.name ?? '')
    await cases.createIndex({ fallId: 1 }, { name: 'meiner' })
    await expect(startAgain()).rejects.toThrow(/cases \(fallId\): meiner differs in unique/)
    await cases.dropIndex('meiner')
    await (await startAgain()).destroy()
  })

  test('a standalone server is named at start, and refused in production', async () => {
    const proxy = await startMongoProxy({ uri: process.env.DATABASE_URI ?? '', hideReplicaSet: true })
    try {
      const standalone = await startAgain(proxy.uri)
      await standalone.destroy()
      vi.stubEnv('NODE_ENV', 'production')
      await expect(startAgain(proxy.uri)).rejects.toThrow(/standalone server without transactions/)
    } finally {
      vi.unstubAllEnvs()
      await proxy.stop()
    }
  })

  test('transactions are on though the URI does not name the replica set', async () => {
    const uri = new URL(process.env.DATABASE_URI ?? '')
    uri.searchParams.delete('replicaSet')
    const payload = await startAgain(uri.toString())
    const id = await payload.db.beginTransaction()
    expect(id).toEqual(expect.any(String))
    await payload.db.rollbackTransaction(id as string)
    await payload.destroy()
  })
} else {
  test('the embedded database names a migration that is missing by running it', async () => {
    const { docs } = await portal.payload.find({ collection: 'payload-migrations' as 'cases' })
    expect(docs).toHaveLength(migrations.length)
  })
}
