import type { CalendarDate } from '../../calendar/calendarDate'
import type { CaseFieldName, Fallgruppe } from '../../cases/caseFields'
import type { CaseValue, CaseValues } from '../../cases/caseValues'
import { readCaseValue } from '../../cases/readCaseValue'
import type { Problem } from '../../problem'
import type { SourceRow } from '../planItem'
import { fallgruppeOfModul } from './fallgruppeOfModul'

/** The columns of the CRM export that are read; `Hauptkontakt` is `Nachname | Vorname | Geburtsdatum | KVNR`. */
export const crmColumns = ['Hauptkontakt', 'Erstellungsdatum', 'Modul', 'Thema', 'Name'] as const

/** A value, absent where there is none, and what is wrong with it. */
type Reading = { value: CaseValue | undefined; problems: readonly Problem[] }

/**
 * A reader of records whose columns stand at `places` (in the order of `crmColumns`). Few different days, modules
 * and topics fill an export, so each is read once; and a row is built in one go, for a file has many.
 */
export function createCrmRowReader({ places, today }: { places: readonly number[]; today: CalendarDate }) {
  const [contactAt = 0, createdAt = 0, modulAt = 0, themaAt = 0, nameAt = 0] = places
  const cell = (cells: string[], at: number) => (cells[at] ?? '').trim()
  const readOptional = (field: CaseFieldName, text: string) => asWarning(readValue({ field, text, today }))
  const readDay = remember((text) => readCreation({ text, today }))
  const readThema = remember((text) => readValue({ field: 'thema', text, today }))
  const readModul = remember((text) => readValue({ field: 'modul', text, today }))
  const readGroup = remember(readFallgruppe)

  return (cells: string[], row: number): SourceRow => {
    const contact = partsOf(cell(cells, contactAt))
    const modulText = cell(cells, modulAt)
    const nachname = readValue({ field: 'nachname', text: contact.nachname, today })
    const vorname = readValue({ field: 'vorname', text: contact.vorname, today })
    const geburtsdatum = readOptional('geburtsdatum', contact.geburtsdatum)
    const kvnr = readOptional('kvnr', contact.kvnr)
    const datum = readDay(cell(cells, createdAt))
    const modul = readModul(modulText)
    const fallgruppe = readGroup(modulText)
    const thema = readThema(cell(cells, themaAt))
    const crmTicketId = readValue({ field: 'crmTicketId', text: cell(cells, nameAt), today })
    const isKvnrUnreadable = contact.kvnr !== '' && kvnr.value === undefined
    const data: CaseValues = {
      quelle: 'crm',
      nachname: nachname.value,
      vorname: vorname.value,
      geburtsdatum: geburtsdatum.value,
      kvnr: kvnr.value,
      datum: datum.value,
      modul: modul.value,
      fallgruppe: fallgruppe.value,
      thema: thema.value,
      crmTicketId: crmTicketId.value,
      bemerkung: isKvnrUnreadable ? `KVNR laut CRM: ${contact.kvnr.slice(0, 200)}` : undefined,
    }
    const problems = gather([
      nachname,
      vorname,
      geburtsdatum,
      kvnr,
      datum,
      modul,
      fallgruppe,
      thema,
      crmTicketId,
    ])
    return { row, data, problems, cells }
  }
}

const noProblems: readonly Problem[] = []
const absent: Reading = { value: undefined, problems: noProblems }

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

function gather(readings: readonly Reading[]): readonly Problem[] {
  let problems = noProblems
  for (const reading of readings)
    if (reading.problems.length > 0) problems = [...problems, ...reading.problems]
  return problems
}

function remember(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const reading = read(text)
    known.set(text, reading)
    return reading
  }
}

function partsOf(contact: string) {
  const [nachname = '', vorname = '', geburtsdatum = '', kvnr = ''] = contact.split('|', 4)
  return {
    nachname: nachname.trim(),
    vorname: vorname.trim(),
    geburtsdatum: geburtsdatum.trim(),
    kvnr: kvnr.trim(),
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
