import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'

/** Where each of the texts stands, letter for letter, in the files of the portal and in its database. */
export async function placesOf(texts: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const look = (place: string, bytes: Buffer) => {
    for (const text of texts) if (bytes.includes(text)) found.push(`${text} in ${place}`)
  }
  const folder = process.env.DATA_DIR ?? ''
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (statSync(path).isFile()) look(name, readFileSync(path))
  }
  const uri = process.env.DATABASE_URI ?? ''
  if (!uri.startsWith('mongodb')) return found
  const client = await MongoClient.connect(uri)
  for (const { name } of await client.db().listCollections().toArray())
    for await (const document of client.db().collection(name).find({}, { raw: true }))
      look(name, document as unknown as Buffer)
  await client.close()
  return found
}
