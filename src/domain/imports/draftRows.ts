import type { CalendarDate } from '../calendar/calendarDate'
import { applyCaseRules, type RuledCase } from '../cases/applyCaseRules'
import { type CaseFieldName, caseFields, isCaseFieldName } from '../cases/caseFields'
import type { CaseValues } from '../cases/caseValues'
import { readCaseValue } from '../cases/readCaseValue'
import type { Problem } from '../problem'
import { fallgruppeOfModul } from './crmCsv/fallgruppeOfModul'
import type { SourceRow } from './planItem'
import { rowKey } from './rowKey'

/** What an admin typed in place of a row's cells, by row key and case field. */
export type Corrections = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** A row after corrections and rules: `ruled` is the case it would create, `null` while the row is in error. */
export type DraftRow = {
  source: SourceRow
  data: CaseValues
  ruled: RuledCase | null
  problems: Problem[]
}

type Context = { today: CalendarDate; now: string; actor: string | null }

/** Corrects rows and applies the rules every case must satisfy. */
export function draftRows({
  rows,
  corrections,
  ...context
}: Context & { rows: readonly SourceRow[]; corrections: Corrections }): DraftRow[] {
  return rows.map((source) => draftRow({ source, correction: corrections.get(rowKey(source)), ...context }))
}

function draftRow({
  source,
  correction,
  today,
  now,
  actor,
}: Context & { source: SourceRow; correction: Readonly<Record<string, unknown>> | undefined }): DraftRow {
  const { data, problems } = correction ? correctedRow({ source, correction, today }) : source
  const ruled = applyCaseRules({ before: null, changes: data, actor, now })
  const named = new Set(problems.filter(isError).map((problem) => problem.field))
  // A Fallgruppe that is missing because the module is unknown is one problem, not two.
  if (named.has('modul')) named.add('fallgruppe')
  const broken = ruled.ok
    ? []
    : ruled.problems.filter((problem) => !named.has(problem.field)).map(problemInWords)
  const all = [...problems, ...broken]
  const isInError = all.some(isError)
  return { source, data, ruled: ruled.ok && !isInError ? ruled.value : null, problems: all }
}

/** A row with what an admin typed in place of its cells; problems that this settles are gone. */
export function correctedRow({
  source,
  correction,
  today,
}: {
  source: SourceRow
  correction: Readonly<Record<string, unknown>>
  today: CalendarDate
}): { data: CaseValues; problems: Problem[] } {
  const fields = Object.keys(correction).filter(isCorrectable)
  const data: CaseValues = { ...source.data }
  const problems = source.problems.filter((problem) => !isSettledBy(fields, problem.field))
  for (const field of fields) {
    const reading = readCorrection({ field, raw: correction[field], today })
    data[field] = reading.value
    problems.push(...reading.problems)
    if (field === 'modul' && !fields.includes('fallgruppe'))
      problems.push(...followModul({ data, raw: reading.value }))
  }
  return { data, problems }
}

/** What a file may leave empty or only warns of is no worse when it is typed (SPEC §4). */
const optional: ReadonlySet<CaseFieldName> = new Set(['geburtsdatum', 'kvnr'])

function readCorrection({ field, raw, today }: { field: CaseFieldName; raw: unknown; today: CalendarDate }) {
  const { value, problems } = readCaseValue({ field, raw, today })
  const level = 'warning' as const
  if (optional.has(field)) return { value, problems: problems.map((problem) => ({ ...problem, level })) }
  if (field !== 'datum' || value === null || String(value) <= today) return { value, problems }
  return { value, problems: [{ level, code: 'dateInFuture' as const, field, value: String(raw) }] }
}

/** The group follows a corrected module. */
function followModul({ data, raw }: { data: CaseValues; raw: CaseValues['modul'] }): Problem[] {
  const modul = typeof raw === 'string' ? raw : ''
  data.fallgruppe = fallgruppeOfModul(modul)
  const code = modul === '' ? 'required' : 'unknownModule'
  return data.fallgruppe ? [] : [{ level: 'error', code, field: 'modul', value: modul }]
}

/** Choosing the group settles an unknown module as well. */
function isSettledBy(fields: readonly CaseFieldName[], problemField: string): boolean {
  return fields.some(
    (field) => field === problemField || (field === 'fallgruppe' && problemField === 'modul'),
  )
}

/** Whether an admin may correct the field: what a file may give, and nothing that the rules derive. */
export function isCorrectable(field: string): field is CaseFieldName {
  return isCaseFieldName(field) && !caseFields[field].isDerived && caseFields[field].kind !== 'richText'
}

/** A broken rule shows the value as a person would write it into the file. */
export function problemInWords(problem: Problem): Problem {
  const field = problem.field
  if (!isCaseFieldName(field) || problem.value === null) return problem
  const { kind, options = {} } = caseFields[field]
  if (kind === 'boolean') return { ...problem, value: problem.value === 'true' ? 'Ja' : 'Nein' }
  return { ...problem, value: options[problem.value]?.de ?? problem.value }
}

function isError(problem: Problem): boolean {
  return problem.level === 'error'
}
