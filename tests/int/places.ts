import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'

/** Where a portal could be: a database and a folder, both empty. */
export type Place = { uri: string; dataDir: string }

const made: Place[] = []

/** A place on the same kind of database as the portal of the tests. */
export function emptyPlace(): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-place-'))
  const place = { dataDir, uri: `file:${dataDir}/portal.db` }
  if (process.env.MONGODB_URI) {
    const url = new URL(process.env.MONGODB_URI)
    url.pathname = `/test_${randomUUID().slice(0, 8)}`
    place.uri = url.toString()
  }
  made.push(place)
  return place
}

/** Leaves nothing of the places that were made. */
export async function removePlaces(): Promise<void> {
  for (const { uri, dataDir } of made) {
    rmSync(dataDir, { recursive: true, force: true })
    if (!uri.startsWith('mongodb')) continue
    const client = await MongoClient.connect(uri)
    await client.db().dropDatabase()
    await client.close()
  }
}

/** Everything stored in a database: a digest of each row or document, by table or collection. */
export async function digestsOf(uri: string): Promise<Record<string, string[]>> {
  return uri.startsWith('file:') ? sqliteDigests(uri) : mongoDigests(uri)
}

/** The bytes of every file below some folders of a directory. */
export function bytesBelow(directory: string, folders: readonly string[]): Record<string, string> {
  const bytes: Record<string, string> = {}
  const visit = (path: string) => {
    if (!statSync(path, { throwIfNoEntry: false })) return
    if (statSync(path).isFile()) bytes[relative(directory, path)] = readFileSync(path).toString('base64')
    else for (const name of readdirSync(path)) visit(join(path, name))
  }
  for (const folder of folders) visit(join(directory, folder))
  return bytes
}

const digest = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function sqliteDigests(uri: string): Promise<Record<string, string[]>> {
  const client = createClient({ url: uri })
  const tables = await client.execute(`select name from sqlite_master where type = 'table' order by name`)
  const digests: Record<string, string[]> = {}
  for (const { name } of tables.rows) {
    const { rows, columns } = await client.execute(`select * from "${name}"`)
    digests[String(name)] = rows
      .map((row) =>
        digest(JSON.stringify(columns.map((column) => [column, typeof row[column], row[column]]))),
      )
      .sort()
  }
  client.close()
  return digests
}

async function mongoDigests(uri: string): Promise<Record<string, string[]>> {
  const client = await MongoClient.connect(uri)
  const digests: Record<string, string[]> = {}
  for (const { name } of await client.db().listCollections().toArray()) {
    const documents = await client.db().collection(name).find({}, { raw: true }).toArray()
    if (documents.length > 0)
      digests[name] = documents.map((document) => digest(document as unknown as Uint8Array)).sort()
  }
  await client.close()
  return digests
}
