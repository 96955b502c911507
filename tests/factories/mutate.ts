import { fromBufferPromise } from 'yauzl'
import type { Random } from './random'
import { type ZipEntry, zipOf } from './zip'

/** What careless programs, cut lines and attackers leave in files. */
const nastyTexts = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '|',
  '\u0000',
  '\u0001',
  '\ufeff',
  '\ufffd',
  'ÿ',
  'é',
  'e\u0301',
  '👩‍⚕️',
  '\u202e',
  '=1+1',
  "'=cmd|' /C calc'!A1",
  '@SUM(A1)',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'NaN',
  '31.02.2026',
  '29.02.2100',
  '00.00.0000',
  '01.01.26',
  'XYZ',
  'C50.1; n.n.',
  'vielleicht',
  'TRUE',
  "'; DROP TABLE cases; --",
  '<script>alert(1)</script>',
  '&amp;',
  ']]>',
  '_x0000_',
  '%s%n',
  'A'.repeat(40_000),
]

/** A file with one to five things wrong: bytes flipped, cut out, doubled or put in. */
export function mutatedBytes({ bytes, random }: { bytes: Uint8Array; random: Random }): Uint8Array {
  let mutated = Buffer.from(bytes)
  for (let count = random.between(1, 5); count > 0 && mutated.length > 0; count -= 1) {
    const at = random.between(0, mutated.length - 1)
    const end = Math.min(mutated.length, at + random.between(1, random.pick([1, 4, 64, 2_000])))
    const piece = random.pick<() => Uint8Array[]>([
      () => [Buffer.from([random.between(0, 255)])],
      () => [],
      () => [mutated.subarray(at, end), mutated.subarray(at, end)],
      () => [Buffer.from(random.pick(nastyTexts)), mutated.subarray(at, end)],
      () => [Buffer.from(random.pick(nastyTexts))],
      () => [randomBytes({ random, count: end - at })],
    ])()
    mutated = Buffer.concat([mutated.subarray(0, at), ...piece, mutated.subarray(end)])
  }
  return new Uint8Array(mutated)
}

/** A workbook with something wrong in one of its parts, packed anew, so that the reader gets as far as its XML. */
export function mutatedWorkbook({
  entries,
  random,
}: {
  entries: readonly ZipEntry[]
  random: Random
}): Uint8Array {
  const chosen = random.between(0, entries.length - 1)
  return zipOf(
    entries.map((entry, index) =>
      index === chosen ? { ...entry, content: mutatedXml({ text: textOf(entry.content), random }) } : entry,
    ),
  )
}

/** Where the XML itself stays whole, the values reach the rules: half of the mutations are of texts between tags. */
function mutatedXml({ text, random }: { text: string; random: Random }): Uint8Array {
  const values = random.chance(0.5) ? [...text.matchAll(/>([^<>]+)</g)] : []
  if (values.length === 0) return mutatedBytes({ bytes: Buffer.from(text), random })
  const value = random.pick(values)
  const start = value.index + 1
  const escaped = random
    .pick(nastyTexts)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
  return Buffer.from(text.slice(0, start) + escaped + text.slice(start + (value[1] ?? '').length))
}

/** The files of an archive, unpacked. */
export async function entriesOfZip(bytes: Uint8Array): Promise<ZipEntry[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const entries: ZipEntry[] = []
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    entries.push({ name: entry.fileName, content: Buffer.concat(pieces) })
  }
  return entries
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function randomBytes({ random, count }: { random: Random; count: number }): Uint8Array {
  return Uint8Array.from({ length: count }, () => random.between(0, 255))
}
