import { decodeText } from '../../imports/decodeText'
import { type FileFailure, fileFailure } from '../../imports/fileFailure'
import { type IcdCode, readIcdCodes } from '../icdCodes'
import { type CatalogueEntry, type IcdUsage, icdUsages } from './catalogueEntry'

/** The lines of a catalogue file, or why it is refused. */
export type ParsedCatalogue = { ok: true; entries: CatalogueEntry[] } | { ok: false; failure: FileFailure }

/** Fields of a line: 28 since 2026, 30 before (SPEC §3). */
const widths: ReadonlySet<number> = new Set([28, 30])
/** Where a line says what, counted from 1 as BfArM does. */
const places = { terminal: 2, code: 7, title: 9, usage: 13 } as const
const plainCode = /^[A-Z]\d{2}(\.\d{1,2})?$/

type Line = { line: number; fields: readonly string[] }

/**
 * Reads BfArM's `icd10gmYYYYsyst_kodes.txt`: `;`-separated lines without a header. One line that is not as it should
 * be refuses the whole file, and is named: half a catalogue would warn of codes that are right.
 */
export function parseCatalogue(bytes: Uint8Array): ParsedCatalogue {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refuse(decoded.code === 'notText' ? 'notCatalogue' : 'damagedCatalogue')
  const lines = linesOf(decoded.text)
  if (lines.length === 0) return refuse('emptyCatalogue')
  const width = lines.find(({ fields }) => widths.has(fields.length))?.fields.length
  if (width === undefined) return refuse('notCatalogue')
  const byCode = new Map<IcdCode, CatalogueEntry>()
  for (const line of lines) {
    const entry = readLine({ line, width })
    if ('failure' in entry) return { ok: false, failure: entry.failure }
    if (byCode.has(entry.code)) return refuse('catalogueCodeTwice', { line: line.line, value: entry.code })
    byCode.set(entry.code, entry)
  }
  return { ok: true, entries: [...byCode.values()] }
}

/** The lines that say something, by their number in the file. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/[^\s;\u001a]/.test(line)) lines.push({ line: index + 1, fields: line.split(';') })
  }
  return lines
}

function readLine({
  line: { line, fields },
  width,
}: {
  line: Line
  width: number
}): CatalogueEntry | { failure: FileFailure } {
  if (fields.length !== width) {
    return { failure: fileFailure('catalogueFields', { line, found: fields.length, wanted: width }) }
  }
  const textAt = (place: number) => (fields[place - 1] ?? '').trim()
  const wrong = (field: number, expected: string) => ({
    failure: fileFailure('catalogueValue', { line, field, value: textAt(field).slice(0, 100), expected }),
  })
  const code = readCode(textAt(places.code))
  if (!code) return wrong(places.code, 'C50.1')
  const terminal = textAt(places.terminal)
  if (terminal !== 'T' && terminal !== 'N') return wrong(places.terminal, 'T, N')
  const usage = textAt(places.usage)
  if (!isUsage(usage)) return wrong(places.usage, icdUsages.join(', '))
  const title = textAt(places.title).normalize('NFC')
  if (title === '') return wrong(places.title, 'Text')
  return { code, title, terminal: terminal === 'T', usage }
}

/** A code with or without its marks, in its plain form. */
function readCode(text: string): IcdCode | null {
  if (plainCode.test(text)) return text as IcdCode
  const codes = readIcdCodes(text)
  return codes.ok && codes.value.length === 1 ? (codes.value[0] ?? null) : null
}

function isUsage(text: string): text is IcdUsage {
  return icdUsages.some((usage) => usage === text)
}

function refuse(...failure: Parameters<typeof fileFailure>): ParsedCatalogue {
  return { ok: false, failure: fileFailure(...failure) }
}
