import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { WorkbookRefusal } from './workbookRefusal'

/** Limits of SPEC §4. */
const maxEntries = 10_000
const maxUnpackedMegabytes = 200

const megabyte = 1024 * 1024

/** The parts of a workbook, by their path without a leading slash. */
export type Archive = {
  has(path: string): boolean
  /** The bytes of a part in pieces. What is unpacked is counted, whatever the directory claims. */
  read(path: string): AsyncGenerator<Uint8Array, void, undefined>
}

/** Opens the zip archive that a workbook is. Nothing is unpacked yet, and nothing is ever written to a disk. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await openZip(bytes)
  const entries = await entriesOf(zip)
  let unpacked = 0
  return {
    has: (path) => entries.has(keyOf(path)),
    async *read(path) {
      const entry = entries.get(keyOf(path))
      if (!entry) throw new WorkbookRefusal('damagedWorkbook', { detail: path })
      try {
        for await (const piece of await openEntry({ zip, entry })) {
          unpacked += piece.length
          if (unpacked > maxUnpackedMegabytes * megabyte) throw tooLarge()
          yield piece
        }
      } catch (error) {
        damaged(error)
      }
    },
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false }).catch(damaged)
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxEntries) throw tooManyEntries()
  const entries = new Map<string, Entry>()
  let claimed = 0
  let count = 0
  try {
    for await (const entry of zip.eachEntry()) {
      count += 1
      claimed += entry.uncompressedSize
      if (count > maxEntries) throw tooManyEntries()
      if (claimed > maxUnpackedMegabytes * megabyte) throw tooLarge()
      if (entry.isEncrypted()) throw new WorkbookRefusal('encryptedWorkbook')
      if (!entries.has(keyOf(entry.fileName))) entries.set(keyOf(entry.fileName), entry)
    }
  } catch (error) {
    damaged(error)
  }
  return entries
}

async function openEntry({ zip, entry }: { zip: ZipFile; entry: Entry }): Promise<AsyncIterable<Buffer>> {
  return zip.openReadStreamPromise(entry)
}

/** Names of parts are compared without case (ECMA-376 part 2). */
function keyOf(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase()
}

function tooLarge(): WorkbookRefusal {
  return new WorkbookRefusal('workbookTooLarge', { maxMegabytes: maxUnpackedMegabytes })
}

function tooManyEntries(): WorkbookRefusal {
  return new WorkbookRefusal('workbookTooManyParts', { maxEntries })
}

/** What the zip reader complains of is a damaged file; our own refusals pass. */
function damaged(error: unknown): never {
  if (error instanceof WorkbookRefusal) throw error
  throw new WorkbookRefusal('damagedWorkbook', {
    detail: error instanceof Error ? error.message.slice(0, 200) : '',
  })
}
