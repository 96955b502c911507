import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type Measure, measured } from './measured'

/** Writes a file into the archive, and returns what it came to. */
export type AddToArchive = (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<Measure>

const readableByOwner = 0o600

/** Writes a zip archive, one file of it after the other, and has it on the disk when it returns. */
export async function writeArchive({
  path,
  fill,
}: {
  path: string
  fill: (add: AddToArchive) => Promise<void>
}): Promise<void> {
  const zip = new ZipFile()
  const output = createWriteStream(path, { flags: 'wx', mode: readableByOwner })
  const stored = pipeline(Readable.from(zip.outputStream, { objectMode: false }), output)
  zip.on('error', (error: Error) => output.destroy(error))
  const filled = fill((name, bytes) => add({ zip, name, bytes }))
  try {
    // What cannot be stored, on a full disk for instance, would leave the filling waiting for ever.
    await Promise.race([filled, stored])
    zip.end()
    await stored
  } catch (error) {
    output.destroy()
    await Promise.allSettled([stored])
    throw error
  }
  await flush(path)
}

type Adding = { zip: ZipFile; name: string; bytes: AsyncIterable<Uint8Array> }

async function add({ zip, name, bytes }: Adding): Promise<Measure> {
  let measure: Measure = { bytes: 0, sha256: '' }
  const pieces = measured(bytes, (told) => {
    measure = told
  })
  const stream = Readable.from(pieces, { objectMode: false })
  zip.addReadStream(stream, name, { mode: 0o100000 | readableByOwner })
  await finished(stream)
  return measure
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}
