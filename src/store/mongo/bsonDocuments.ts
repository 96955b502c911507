import { BSON } from 'mongodb'

/**
 * The documents of a stream of BSON, one after the other. Every value keeps its stored type (a 64-bit 1 stays one), so
 * that storing them again stores the same bytes.
 */
export async function* bsonDocuments(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ document: BSON.Document; length: number }> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece])
    let start = 0
    while (rest.length - start >= 4) {
      const length = rest.readInt32LE(start)
      if (length < 5) throw new Error(`A document of ${length} bytes is none.`)
      if (rest.length - start < length) break
      const bytes = rest.subarray(start, start + length)
      yield { document: BSON.deserialize(bytes, asStored), length }
      start += length
    }
    rest = rest.subarray(start)
  }
  if (rest.length > 0) throw new Error('The last document is cut off.')
}

const asStored = { promoteValues: false, promoteBuffers: false, bsonRegExp: true }
