/** The polynomial of CRC-32 (ISO 3309), its bits reversed. */
const polynomial = 0xedb88320

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
  return value >>> 0
})

/** The CRC-32 of what came before (0 at first) and these bytes; Node has one from 20.15 on only. */
export function updateChecksum(before: number, bytes: Uint8Array): number {
  let checksum = ~before
  for (const byte of bytes) checksum = (table[(checksum ^ byte) & 0xff] ?? 0) ^ (checksum >>> 8)
  return ~checksum >>> 0
}
