import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SqlClient } from '../../src/store/sqlite/sqliteDatabase'
import { flushLog, moveLog } from '../../src/store/sqlite/writeAheadLog'
import { type Portal, startPortal } from './portal'

let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})

afterAll(() => portal.stop())

test.skipIf(process.env.MONGODB_URI)(
  'what was logged stands in the file of the embedded database afterwards, while others have it open',
  async () => {
    const { client } = portal.payload.db as unknown as { client: SqlClient }
    const { rows } = await client.execute(`select file from pragma_database_list where name = 'main'`)
    const path = String(rows[0]?.file)
    const bytes = 1_000_000
    await client.execute('create table large (x)')
    await client.execute({ sql: 'insert into large values (zeroblob(?))', args: [bytes] })
    const before = statSync(path).size
    await flushLog(path)
    await moveLog(path)
    expect(statSync(path).size).toBeGreaterThanOrEqual(before + bytes)
    expect((await client.execute('select length(x) as bytes from large')).rows[0]?.bytes).toBe(bytes)
    await expect(moveLog(join(path, 'no folder', 'x.db'))).rejects.toThrow()
  },
)
