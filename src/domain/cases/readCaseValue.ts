import type { CalendarDate } from '../calendar/calendarDate'
import { readGermanDate } from '../calendar/germanDate'
import { formatIcdCodes, readIcdCodes } from '../icd/icdCodes'
import { readKvnr } from '../insurance/kvnr'
import type { Problem } from '../problem'
import { type CaseFieldDefinition, type CaseFieldName, caseFields } from './caseFields'
import type { CaseValue } from './caseValues'
import { foldName } from './foldName'

/** A value as it was read; an error leaves it empty. */
export type CaseValueReading = { value: CaseValue; problems: readonly Problem[] }

const maxTextLength = 1_000

type Raw = { field: CaseFieldName; raw: unknown; text: string; today: CalendarDate }
type Reader = (raw: Raw, definition: CaseFieldDefinition) => CaseValueReading

/** Reads what a form, client or file gives for a field into the field's value, by its kind in the table. */
export function readCaseValue({
  field,
  raw,
  today,
}: {
  field: CaseFieldName
  raw: unknown
  today: CalendarDate
}): CaseValueReading {
  if (raw === null || raw === undefined || raw === '') return { value: null, problems: [] }
  const definition = caseFields[field]
  if (passesThrough.has(definition.kind)) return { value: raw as CaseValue, problems: [] }
  if (typeof raw === 'object') return fail({ field, raw, text: '[…]', today }, 'invalidText')
  const text = cleanText(String(raw))
  if (text === '') return { value: null, problems: [] }
  return readers[definition.kind]({ field, raw, text, today }, definition)
}

const passesThrough: ReadonlySet<CaseFieldDefinition['kind']> = new Set([
  'richText',
  'moment',
  'user',
  'import',
])
const passOn: Reader = ({ raw }) => ok(raw as CaseValue)

const readers: Record<CaseFieldDefinition['kind'], Reader> = {
  text: (raw) => readText(raw, maxTextLength),
  longText: (raw) => readText(raw, 20_000),
  richText: passOn,
  moment: passOn,
  user: passOn,
  import: passOn,
  day: readDay,
  boolean: readYesNo,
  number: (raw) => (Number.isFinite(Number(raw.text)) ? ok(Number(raw.text)) : fail(raw, 'unreadableNumber')),
  choice: readChoice,
  email: readEmail,
  plz: (raw) => readText({ ...raw, text: /^\d{4}$/.test(raw.text) ? `0${raw.text}` : raw.text }, 20),
  kvnr: readKvnrValue,
  icd: readIcdValue,
}

function readText(raw: Raw, maxLength: number): CaseValueReading {
  if (raw.text.length <= maxLength) return ok(raw.text)
  return fail(raw, 'textTooLong', { length: raw.text.length, maxLength })
}

function readDay(raw: Raw): CaseValueReading {
  const century =
    raw.field === 'geburtsdatum'
      ? ({ kind: 'latestPast', today: raw.today } as const)
      : ({ kind: '20YY' } as const)
  const date = readGermanDate({ text: raw.text, century })
  if (!date || (raw.field === 'geburtsdatum' && date > raw.today)) return fail(raw, 'unreadableDate')
  return ok(date)
}

const yes = new Set(['ja', 'j', '1', 'x', 'wahr', 'true', 'yes', 'y'])
const no = new Set(['nein', 'n', '0', 'falsch', 'false', 'no'])

function readYesNo(raw: Raw): CaseValueReading {
  const word = raw.text.toLowerCase()
  if (yes.has(word)) return ok(true)
  return no.has(word) ? ok(false) : fail(raw, 'unreadableYesNo')
}

function readChoice(raw: Raw, { options = {} }: CaseFieldDefinition): CaseValueReading {
  const wanted = foldName(raw.text)
  if ('ja' in options && 'nein' in options) {
    const { value } = readYesNo(raw)
    if (value !== null) return ok(value === true ? 'ja' : 'nein')
  }
  for (const [key, label] of Object.entries(options)) {
    if ([key, label.de, label.en].some((word) => foldName(word) === wanted)) return ok(key)
  }
  return fail(raw, 'unknownChoice', {
    choices: Object.values(options)
      .map((label) => label.de)
      .join(', '),
  })
}

function readEmail(raw: Raw): CaseValueReading {
  const match = /^([^\s@<>"(),;:]{1,64})@([^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,})$/.exec(raw.text)
  if (!match || raw.text.length > 254) return fail(raw, 'invalidEmail')
  return ok(`${match[1]}@${match[2]?.toLowerCase()}`)
}

function readKvnrValue(raw: Raw): CaseValueReading {
  const reading = readKvnr(raw.text)
  switch (reading.kind) {
    case 'empty':
      return ok(null)
    case 'valid':
      return ok(reading.kvnr)
    case 'wrongCheckDigit':
      return { value: reading.kvnr, problems: [{ ...problemOf(raw, 'kvnrCheckDigit'), level: 'warning' }] }
    case 'wrongFormat':
      return fail(raw, 'kvnrFormat')
  }
}

function readIcdValue(raw: Raw): CaseValueReading {
  const codes = readIcdCodes(typeof raw.raw === 'string' ? raw.raw : raw.text)
  if (!codes.ok) return { value: null, problems: codes.problems }
  return ok(codes.value.length > 0 ? formatIcdCodes(codes.value) : null)
}

const noProblems: readonly Problem[] = []

function ok(value: CaseValue): CaseValueReading {
  return { value, problems: noProblems }
}

function fail(raw: Raw, code: Problem['code'], params?: Problem['params']): CaseValueReading {
  return { value: null, problems: [params ? { ...problemOf(raw, code), params } : problemOf(raw, code)] }
}

function problemOf({ field, raw, text }: Raw, code: Problem['code']): Problem {
  return { level: 'error', code, field, value: (typeof raw === 'string' ? raw : text).slice(0, 200) }
}

/** Latin letters, punctuation and blanks that need no cleaning but trimming: nearly every text. */
const plainText = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2013-\u201e\u20ac]*$/

/** Whether a trimmed text needs no reading in any field of free text: it is its own value. */
export function isUsualText(text: string): boolean {
  return text !== '' && text.length <= maxTextLength && plainText.test(text)
}

/** Trimmed, in NFC, without control characters but line breaks and tabs. */
function cleanText(text: string): string {
  if (plainText.test(text)) return text.trim()
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .normalize('NFC')
    .trim()
}
