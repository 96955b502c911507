import { parseCalendarDate } from '../calendar/calendarDate'
import { isoWeekOf } from '../calendar/isoWeek'
import type { Problem, Result } from '../problem'
import { type CaseFieldName, caseFieldNames, caseFields } from './caseFields'
import { type CaseSearch, caseSearch } from './caseSearch'
import type { CaseValues } from './caseValues'

/** Case values to be written, and what is stored beside them. */
export type RuledCase = { values: CaseValues; search: CaseSearch }

type Write = {
  /** The stored case, `null` for a new one. */
  before: CaseValues | null
  /** What is to be written, read already (`readCaseValue`). */
  changes: CaseValues
  /** The id of whoever writes. */
  actor: string | null
  /** ISO instant. */
  now: string
}

/**
 * The rules of SPEC §2, the same for every way a case is written. Answers the changes and everything that follows
 * from them (week, stamps, counting flags, person key), or the rules they break; nothing is silently mended.
 */
export function applyCaseRules({ before, changes, actor, now }: Write): Result<RuledCase> {
  const wanted = writable({ before, changes })
  const after = before === null ? wanted : Object.assign({}, before, wanted)
  const problems = [...missing(after), ...changedFallId({ before, changes }), ...codingProblems(after)]
  if (problems.length > 0) return { ok: false, problems }
  const date = parseCalendarDate(String(after.datum))
  if (!date) return { ok: false, problems: [problemOf('datum', 'unreadableDate', after)] }
  const stamped = stamps({ before, after, actor, now })
  const values = Object.assign(wanted, isoWeekOf(date), stamped, { updatedBy: actor })
  return { ok: true, value: { values, search: caseSearch(after) } }
}

/** Derived fields are not a writer's to give. */
const writableNames: ReadonlySet<string> = new Set(
  caseFieldNames.filter((name) => !caseFields[name].isDerived),
)
const requiredNames = caseFieldNames.filter((name) => caseFields[name].isRequired)
const newCase = emptyCase()

/**
 * A new case with its yes/no fields at no and all others there, but absent. V8 copies and fills an object of one
 * fixed shape ten times faster than one that grows, and only `JSON.parse` makes one that wide; imports are long.
 */
function emptyCase(): CaseValues {
  const values: CaseValues = JSON.parse(`{${caseFieldNames.map((name) => `"${name}":null`).join()}}`)
  for (const name of caseFieldNames) values[name] = caseFields[name].kind === 'boolean' ? false : undefined
  values.quelle = 'manuell'
  return values
}

function writable({ before, changes }: Pick<Write, 'before' | 'changes'>): CaseValues {
  const wanted: CaseValues = before === null ? { ...newCase } : {}
  for (const name of Object.keys(changes) as CaseFieldName[]) {
    const value = changes[name]
    if (value !== undefined && writableNames.has(name)) wanted[name] = value ?? newCase[name] ?? null
  }
  return wanted
}

function missing(after: CaseValues): Problem[] {
  return requiredNames
    .filter((name) => isEmpty(after[name]))
    .map((name) => problemOf(name, 'required', after))
}

function changedFallId({ before, changes }: Pick<Write, 'before' | 'changes'>): Problem[] {
  const isChanged = before?.fallId && changes.fallId !== undefined && changes.fallId !== before.fallId
  return isChanged ? [problemOf('fallId', 'neverChanges', changes)] : []
}

const needGutachten = ['gutachtenTyp', 'therapieaenderung'] as const
const flags = ['taDiagnosekorrektur', 'taUnterversorgung', 'taUebertherapie'] as const

function codingProblems(after: CaseValues): Problem[] {
  const problems: Problem[] = []
  const set = flags.filter((name) => after[name] === true)
  if (after.gutachten !== true) {
    const given = [...needGutachten.filter((name) => !isEmpty(after[name])), ...set]
    problems.push(...given.map((name) => problemOf(name, 'needsGutachten', after)))
  } else if (after.therapieaenderung !== 'ja') {
    problems.push(...set.map((name) => problemOf(name, 'needsTherapieaenderung', after)))
  }
  return problems
}

/** A change of the codes or of the opinion's type says who made it and when; emptied, the stamp goes too. */
function stamps({
  before,
  after,
  actor,
  now,
}: {
  before: CaseValues | null
  after: CaseValues
  actor: string | null
  now: string
}) {
  const stamped: CaseValues = {}
  if (isChange(before?.icd, after.icd)) {
    stamped.icdEingegebenVon = isEmpty(after.icd) ? null : actor
    stamped.icdEingegebenAm = isEmpty(after.icd) ? null : now
  }
  if (isChange(before?.gutachtenTyp, after.gutachtenTyp)) {
    stamped.codiertVon = isEmpty(after.gutachtenTyp) ? null : actor
    stamped.codiertAm = isEmpty(after.gutachtenTyp) ? null : now
  }
  return stamped
}

function isChange(before: CaseValues[CaseFieldName], after: CaseValues[CaseFieldName]): boolean {
  return (before ?? null) !== (after ?? null)
}

function isEmpty(value: CaseValues[CaseFieldName]): boolean {
  return value === undefined || value === null || value === ''
}

function problemOf(field: CaseFieldName, code: Problem['code'], values: CaseValues): Problem {
  const value = values[field]
  return { level: 'error', code, field, value: value === undefined || value === null ? '' : String(value) }
}
