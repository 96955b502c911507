import { createHash } from 'node:crypto'

/** What a stretch of bytes came to. */
export type Measure = { bytes: number; sha256: string }

const pieceBytes = 256 * 1024

/** Passes bytes on in pieces of some size, and tells when they end how many they were and their SHA-256. */
export async function* measured(
  source: AsyncIterable<Uint8Array>,
  tell: (measure: Measure) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let bytes = 0
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    hash.update(piece)
    bytes += piece.length
    waiting.push(piece)
    size += piece.length
    if (size < pieceBytes) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
  tell({ bytes, sha256: hash.digest('hex') })
}
