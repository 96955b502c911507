import type { CalendarDate } from '../../calendar/calendarDate'
import type { CaseFieldName, Fallgruppe } from '../../cases/caseFields'
import type { CaseValues } from '../../cases/caseValues'
import { readCaseValue } from '../../cases/readCaseValue'
import type { Problem } from '../../problem'
import type { SourceRow } from '../planItem'
import { fallgruppeOfModul } from './fallgruppeOfModul'
import type { CsvRecord } from './readCsv'

/** The columns of the CRM export that are read; `Hauptkontakt` is `Nachname | Vorname | Geburtsdatum | KVNR`. */
export const crmColumns = ['Hauptkontakt', 'Erstellungsdatum', 'Modul', 'Thema', 'Name'] as const

type Row = { data: CaseValues; problems: Problem[] }

/** A reader of records whose columns stand at `places` (in the order of `crmColumns`). */
export function createCrmRowReader({ places, today }: { places: readonly number[]; today: CalendarDate }) {
  const [contactAt = 0, createdAt = 0, modulAt = 0, themaAt = 0, nameAt = 0] = places
  const dates = new Map<string, Row>()
  const groups = new Map<string, Fallgruppe | null>()
  const cell = (record: CsvRecord, at: number) => (record.cells[at] ?? '').trim()

  return (record: CsvRecord): SourceRow => {
    const row: Row = { data: { quelle: 'crm' }, problems: [] }
    readContact({ row, contact: cell(record, contactAt), today })
    readCreation({ row, text: cell(record, createdAt), today, dates })
    readModul({ row, text: cell(record, modulAt), today, groups })
    put({ row, field: 'thema', text: cell(record, themaAt), today })
    put({ row, field: 'crmTicketId', text: cell(record, nameAt), today })
    return { row: record.row, data: row.data, problems: row.problems, cells: record.cells }
  }
}

/** Reads a cell into a field; what cannot be read of an optional value is a warning and leaves it empty. */
function put({
  row,
  field,
  text,
  today,
}: {
  row: Row
  field: CaseFieldName
  text: string
  today: CalendarDate
}) {
  if (text === '') return
  const { value, problems } = readCaseValue({ field, raw: text, today })
  if (value !== null) row.data[field] = value
  row.problems.push(...problems)
}

function readContact({ row, contact, today }: { row: Row; contact: string; today: CalendarDate }): void {
  const [nachname = '', vorname = '', geburtsdatum = '', kvnr = ''] = contact.split('|')
  put({ row, field: 'nachname', text: nachname.trim(), today })
  put({ row, field: 'vorname', text: vorname.trim(), today })
  putOptional({ row, field: 'geburtsdatum', text: geburtsdatum.trim(), today })
  if (!putOptional({ row, field: 'kvnr', text: kvnr.trim(), today })) {
    row.data.bemerkung = `KVNR laut CRM: ${kvnr.trim().slice(0, 200)}`
  }
}

/** Whether the value could be read; if not, that is a warning (SPEC §4). */
function putOptional(cell: { row: Row; field: CaseFieldName; text: string; today: CalendarDate }): boolean {
  if (cell.text === '') return true
  const { value, problems } = readCaseValue({ field: cell.field, raw: cell.text, today: cell.today })
  cell.row.problems.push(...problems.map((problem) => ({ ...problem, level: 'warning' as const })))
  if (value !== null) cell.row.data[cell.field] = value
  return value !== null
}

/** An export holds few different days of creation, and each is read once. */
function readCreation({
  row,
  text,
  today,
  dates,
}: {
  row: Row
  text: string
  today: CalendarDate
  dates: Map<string, Row>
}): void {
  const known = dates.get(text) ?? readDay({ text, today })
  dates.set(text, known)
  if (known.data.datum !== undefined) row.data.datum = known.data.datum
  row.problems.push(...known.problems)
}

function readDay({ text, today }: { text: string; today: CalendarDate }): Row {
  if (text === '') return { data: {}, problems: [problemOf('datum', 'required', text)] }
  const { value, problems } = readCaseValue({ field: 'datum', raw: text, today })
  if (value === null) return { data: {}, problems }
  const isFuture = String(value) > today
  return {
    data: { datum: value },
    problems: isFuture ? [{ ...problemOf('datum', 'dateInFuture', text), level: 'warning' }] : [],
  }
}

function readModul({
  row,
  text,
  today,
  groups,
}: {
  row: Row
  text: string
  today: CalendarDate
  groups: Map<string, Fallgruppe | null>
}): void {
  put({ row, field: 'modul', text, today })
  const known = groups.get(text)
  const fallgruppe = known === undefined ? fallgruppeOfModul(text) : known
  groups.set(text, fallgruppe)
  if (fallgruppe) row.data.fallgruppe = fallgruppe
  else row.problems.push(problemOf('modul', text === '' ? 'required' : 'unknownModule', text))
}

function problemOf(field: string, code: Problem['code'], value: string): Problem {
  return { level: 'error', code, field, value: value.slice(0, 200) }
}
