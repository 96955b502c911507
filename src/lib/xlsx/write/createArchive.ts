import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createDeflateRaw } from 'node:zlib'
import { updateChecksum } from './checksum'

/** 1 January 1980, the first day a zip knows: the same content is the same archive, whenever it is made. */
const firstDay = 0x21
const localSignature = 0x04034b50
const directorySignature = 0x02014b50
const endSignature = 0x06054b50
const deflated = 8
const version = 20

type Entry = { name: Buffer; checksum: number; packed: number; size: number; offset: number }

/** A file of an archive that is being written, a piece at a time. */
export type ArchiveFile = { write(text: string): Promise<void>; end(): Promise<void> }

/** A zip archive, written one file after the other and held packed only (APPNOTE 4.3). */
export function createArchive() {
  const parts: Buffer[] = []
  const entries: Entry[] = []
  let offset = 0

  function add(entry: Omit<Entry, 'offset'>, content: readonly Buffer[]): void {
    const header = Buffer.concat([headerOf({ signature: localSignature, entry }), entry.name])
    parts.push(header, ...content)
    entries.push({ ...entry, offset })
    offset += header.length + entry.packed
  }

  return {
    /** Begins a file; the one before must have ended. */
    open: (name: string): ArchiveFile => openFile({ name: Buffer.from(name), add }),
    /** The whole archive. */
    end(): Buffer {
      const directory = entries.map(directoryEntry)
      const size = directory.reduce((sum, { length }) => sum + length, 0)
      return Buffer.concat([...parts, ...directory, endOf({ count: entries.length, size, offset })])
    },
  }
}

function openFile({
  name,
  add,
}: {
  name: Buffer
  add: (entry: Omit<Entry, 'offset'>, content: readonly Buffer[]) => void
}): ArchiveFile {
  const packer = createDeflateRaw()
  const content: Buffer[] = []
  let checksum = 0
  let size = 0
  packer.on('data', (piece: Buffer) => content.push(piece))
  return {
    async write(text) {
      const bytes = Buffer.from(text)
      checksum = updateChecksum(checksum, bytes)
      size += bytes.length
      if (!packer.write(bytes)) await once(packer, 'drain')
    },
    async end() {
      packer.end()
      await finished(packer)
      const packed = content.reduce((sum, { length }) => sum + length, 0)
      add({ name, checksum, packed, size }, content)
    },
  }
}

/** What a local header and an entry of the directory have in common, with the version that made it in the latter. */
function headerOf({ signature, entry }: { signature: number; entry: Omit<Entry, 'offset'> }): Buffer {
  const versions = signature === directorySignature ? [version, version] : [version]
  const header = Buffer.alloc(28 + 2 * versions.length)
  header.writeUInt32LE(signature, 0)
  const shorts = [...versions, 0, deflated, 0, firstDay]
  for (const [index, value] of shorts.entries()) header.writeUInt16LE(value, 4 + 2 * index)
  const start = 4 + 2 * shorts.length
  const longs = [entry.checksum, entry.packed, entry.size]
  for (const [index, value] of longs.entries()) header.writeUInt32LE(value, start + 4 * index)
  header.writeUInt16LE(entry.name.length, start + 12)
  return header
}

function directoryEntry(entry: Entry): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(entry.offset, 10)
  return Buffer.concat([headerOf({ signature: directorySignature, entry }), rest, entry.name])
}

function endOf({ count, size, offset }: { count: number; size: number; offset: number }): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endSignature, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
