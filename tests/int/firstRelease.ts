import { cpSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createClient } from '@libsql/client'
import { BSON, MongoClient } from 'mongodb'

const fixture = new URL('../fixtures/upgrade/', import.meta.url)
const unpacked = (name: string) => gunzipSync(readFileSync(new URL(name, fixture))).toString('utf8')

/** What the portal of the first release answered. */
export const answersThen = JSON.parse(unpacked('answers.json.gz'))

/** Puts the database and the files of the first release in the place where this test's portal will look for its own. */
export async function leaveFirstRelease(): Promise<void> {
  const uri = String(process.env.DATABASE_URI)
  cpSync(new URL('reports', fixture), `${process.env.DATA_DIR}/reports`, { recursive: true })
  if (uri.startsWith('file:')) await fillSqlite(uri)
  else await fillMongo(uri)
}

async function fillSqlite(url: string): Promise<void> {
  const client = createClient({ url })
  await client.executeMultiple(unpacked('sqlite.sql.gz'))
  client.close()
}

async function fillMongo(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri)
  for (const line of unpacked('mongo.ejson.gz').trimEnd().split('\n')) {
    const { collection, doc } = BSON.EJSON.parse(line, { relaxed: false })
    await client.db().collection(collection).insertOne(doc)
  }
  await client.close()
}
