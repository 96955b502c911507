/** A stream's bytes, read only as far as the limit; `null` where there are more. */
export async function readUpTo({
  stream,
  maxBytes,
}: {
  stream: ReadableStream<Uint8Array>
  maxBytes: number
}): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the stream.
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
