import type { CalendarDate } from '../../calendar/calendarDate'
import { readGermanDate } from '../../calendar/germanDate'
import type { CaseFieldName, Fallgruppe } from '../../cases/caseFields'
import type { CaseValue, CaseValues } from '../../cases/caseValues'
import { isUsualText, readCaseValue } from '../../cases/readCaseValue'
import { isKvnr } from '../../insurance/kvnr'
import type { Problem } from '../../problem'
import type { SourceRow } from '../planItem'
import { unescapeFormula } from '../workbook/escapeFormula'
import { fallgruppeOfModul } from './fallgruppeOfModul'

/** The columns of the CRM export that are read; `Hauptkontakt` is `Nachname | Vorname | Geburtsdatum | KVNR`. */
export const crmColumns = ['Hauptkontakt', 'Erstellungsdatum', 'Modul', 'Thema', 'Name'] as const

/** A value, absent where there is none, and what is wrong with it. */
type Reading = { value: CaseValue | undefined; problems: readonly Problem[] }

/**
 * A reader of records whose columns stand at `places` (in the order of `crmColumns`). A file has many rows, so nearly
 * every cell is read by looking at it once: a usual text is its own value, and the few days and modules of an export
 * are read once each.
 */
export function createCrmRowReader({ places, today }: { places: readonly number[]; today: CalendarDate }) {
  const [contactAt = 0, createdAt = 0, modulAt = 0, themaAt = 0, nameAt = 0] = places
  const readDay = remember((text) => readCreation({ text, today }))
  const readModul = remember((text) => ({
    modul: readValue({ field: 'modul', text, today }),
    fallgruppe: readFallgruppe(text),
  }))
  const { take, drain } = createProblemBag()

  const readText = (field: CaseFieldName, text: string) =>
    isUsualText(text) ? text : take(readValue({ field, text, today }))
  const readOptional = (field: CaseFieldName, text: string) =>
    text === '' ? undefined : take(asWarning(readValue({ field, text, today })))

  const century = { kind: 'latestPast', today } as const
  const readBirthday = (text: string) => {
    const day = text === '' ? null : readGermanDate({ text, century })
    return day !== null && day <= today ? day : readOptional('geburtsdatum', text)
  }

  return (cells: string[], row: number): SourceRow => {
    const contact = textAt(cells, contactAt)
    const first = partEnd(contact, 0)
    const second = partEnd(contact, first + 1)
    const third = partEnd(contact, second + 1)
    const kvnrText = contact.slice(third + 1, partEnd(contact, third + 1)).trim()
    const nachname = readText('nachname', contact.slice(0, first).trim())
    const vorname = readText('vorname', contact.slice(first + 1, second).trim())
    const geburtsdatum = readBirthday(contact.slice(second + 1, third).trim())
    const kvnr = isKvnr(kvnrText) ? kvnrText : readOptional('kvnr', kvnrText)
    const datum = take(readDay(textAt(cells, createdAt)))
    const { modul, fallgruppe } = readModul(textAt(cells, modulAt))
    const data: CaseValues = {
      quelle: 'crm',
      nachname,
      vorname,
      geburtsdatum,
      kvnr,
      datum,
      modul: take(modul),
      fallgruppe: take(fallgruppe),
      thema: readText('thema', textAt(cells, themaAt)),
      crmTicketId: readText('crmTicketId', textAt(cells, nameAt)),
      bemerkung:
        kvnr === undefined && kvnrText !== '' ? `KVNR laut CRM: ${kvnrText.slice(0, 200)}` : undefined,
    }
    return { row, data, problems: drain(), cells }
  }
}

const apostrophe = 39

/** A cell trimmed; what an export of ours escaped comes back as it was. */
function textAt(cells: string[], at: number): string {
  const text = (cells[at] ?? '').trim()
  return text.charCodeAt(0) === apostrophe ? unescapeFormula(text) : text
}

const noProblems: readonly Problem[] = []
const absent: Reading = { value: undefined, problems: noProblems }

/** Gathers what is wrong with a row's values until the row is done. */
function createProblemBag() {
  let found = noProblems
  return {
    take({ value, problems }: Reading): CaseValue | undefined {
      if (problems.length > 0) found = [...found, ...problems]
      return value
    },
    drain(): readonly Problem[] {
      const problems = found
      found = noProblems
      return problems
    },
  }
}

function readValue({
  field,
  text,
  today,
}: {
  field: CaseFieldName
  text: string
  today: CalendarDate
}): Reading {
  if (text === '') return absent
  const { value, problems } = readCaseValue({ field, raw: text, today })
  return { value: value ?? undefined, problems }
}

/** What cannot be read of an optional value is a warning and leaves it empty (SPEC §4). */
function asWarning(reading: Reading): Reading {
  if (reading.problems.length === 0) return reading
  return {
    value: reading.value,
    problems: reading.problems.map((problem) => ({ ...problem, level: 'warning' })),
  }
}

/** Where the part of a contact that begins at `start` ends. */
function partEnd(contact: string, start: number): number {
  const end = contact.indexOf('|', start)
  return end === -1 ? contact.length : end
}

function remember<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const reading = read(text)
    known.set(text, reading)
    return reading
  }
}

function readCreation({ text, today }: { text: string; today: CalendarDate }): Reading {
  if (text === '')
    return { value: undefined, problems: [problemOf({ field: 'datum', code: 'required', text })] }
  const reading = readValue({ field: 'datum', text, today })
  if (reading.value === undefined || String(reading.value) <= today) return reading
  const future = problemOf({ field: 'datum', code: 'dateInFuture', text })
  return { value: reading.value, problems: [{ ...future, level: 'warning' }] }
}

function readFallgruppe(text: string): Reading {
  const fallgruppe: Fallgruppe | null = fallgruppeOfModul(text)
  if (fallgruppe) return { value: fallgruppe, problems: noProblems }
  const code = text === '' ? 'required' : 'unknownModule'
  return { value: undefined, problems: [problemOf({ field: 'modul', code, text })] }
}

function problemOf({ field, code, text }: { field: string; code: Problem['code']; text: string }): Problem {
  return { level: 'error', code, field, value: text.slice(0, 200) }
}
