import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive. `claimedSize` is what the directory says of its unpacked size, whatever it is. */
export type ZipEntry = { name: string; content: string | Uint8Array; claimedSize?: number; flags?: number }

/** A zip archive as tests need it: also one whose directory lies. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize, flags = 0 } of entries) {
    const raw = Buffer.from(content as Uint8Array)
    const packed = deflateRawSync(raw)
    const fields = { flags, crc: checksumOf(raw), packed: packed.length, size: claimedSize ?? raw.length }
    const local = Buffer.concat([
      header({ signature: 0x04034b50, versions: 1, ...fields, name }),
      Buffer.from(name),
    ])
    parts.push(local, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(header({ signature: 0x02014b50, versions: 2, ...fields, name }), tail, Buffer.from(name))
    offset += local.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, central, end]))
}

type Header = {
  signature: number
  versions: 1 | 2
  flags: number
  crc: number
  packed: number
  size: number
  name: string
}

/** What a local header and an entry of the directory have in common (APPNOTE 4.3.7 and 4.3.12), up to the lengths. */
function header({ signature, versions, flags, crc, packed, size, name }: Header): Buffer {
  const buffer = Buffer.alloc(28 + 2 * versions)
  buffer.writeUInt32LE(signature, 0)
  const start = 2 + 2 * versions
  for (let at = 4; at < start + 2; at += 2) buffer.writeUInt16LE(20, at)
  buffer.writeUInt16LE(flags, start + 2)
  buffer.writeUInt16LE(8, start + 4)
  buffer.writeUInt32LE(crc, start + 10)
  buffer.writeUInt32LE(packed, start + 14)
  buffer.writeUInt32LE(size, start + 18)
  buffer.writeUInt16LE(Buffer.byteLength(name), start + 22)
  return buffer
}

/** Node 20 before 20.15 has no `crc32`; readers of workbooks do not look at it. */
function checksumOf(bytes: Uint8Array): number {
  return typeof crc32 === 'function' ? crc32(bytes) : 0
}
