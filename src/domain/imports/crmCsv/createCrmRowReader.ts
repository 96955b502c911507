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
 * A reader of records whose columns stand at `places` (in the order of `crmColumns`). Few different names, days,
 * modules and topics fill an export, so each is read once; and a row is built in one go, for a file has many.
 */
export function createCrmRowReader({ places, today }: { places: readonly number[]; today: CalendarDate }) {
  const [contactAt = 0, createdAt = 0, modulAt = 0, themaAt = 0, nameAt = 0] = places
  const reader = (field: CaseFieldName) => (text: string) => readValue({ field, text, today })
  const readNachname = remember(reader('nachname'))
  const readVorname = remember(reader('vorname'))
  const readBirthday = remember((text) => asWarning(readValue({ field: 'geburtsdatum', text, today })))
  const readDay = remember((text) => readCreation({ text, today }))
  const readThema = remember(reader('thema'))
  const readModul = remember((text) => ({ modul: reader('modul')(text), fallgruppe: readFallgruppe(text) }))
  const readTicket = reader('crmTicketId')
  const cell = (cells: string[], at: number) => (cells[at] ?? '').trim()

  return (cells: string[], row: number): SourceRow => {
    const contact = cells[contactAt] ?? ''
    const first = partEnd(contact, 0)
    const second = partEnd(contact, first + 1)
    const third = partEnd(contact, second + 1)
    const kvnrText = contact.slice(third + 1, partEnd(contact, third + 1)).trim()
    const nachname = readNachname(contact.slice(0, first).trim())
    const vorname = readVorname(contact.slice(first + 1, second).trim())
    const geburtsdatum = readBirthday(contact.slice(second + 1, third).trim())
    const kvnr = kvnrText === '' ? absent : asWarning(readValue({ field: 'kvnr', text: kvnrText, today }))
    const datum = readDay(cell(cells, createdAt))
    const { modul, fallgruppe } = readModul(cell(cells, modulAt))
    const thema = readThema(cell(cells, themaAt))
    const crmTicketId = readTicket(cell(cells, nameAt))
    const isKvnrUnreadable = kvnrText !== '' && kvnr.value === undefined
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
      bemerkung: isKvnrUnreadable ? `KVNR laut CRM: ${kvnrText.slice(0, 200)}` : undefined,
    }
    const readings = [nachname, vorname, geburtsdatum, kvnr, datum, modul, fallgruppe, thema, crmTicketId]
    return { row, data, problems: problemsOf(readings), cells }
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

function problemsOf(readings: readonly Reading[]): readonly Problem[] {
  const isFine = readings.every(({ problems }) => problems.length === 0)
  return isFine ? noProblems : readings.flatMap(({ problems }) => problems)
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
