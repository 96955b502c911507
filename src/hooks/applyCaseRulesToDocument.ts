import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { berlinDay } from '../domain/calendar/berlinDay'
import { applyCaseRules } from '../domain/cases/applyCaseRules'
import { type CaseFieldName, caseFieldNames, caseFields } from '../domain/cases/caseFields'
import type { CaseValues } from '../domain/cases/caseValues'
import { readCaseValue } from '../domain/cases/readCaseValue'
import type { Problem } from '../domain/problem'
import { problemRefusal } from '../lib/refuse'

/** Every written case obeys the rules of SPEC §2 and §3; what follows from a field is derived, not typed. */
export const applyCaseRulesToDocument: CollectionBeforeValidateHook = ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (!data) return data
  const now = new Date()
  const before = operation === 'update' ? caseValuesOf(originalDoc ?? {}) : null
  const changes = readChanges({ data, before, req, now })
  const decided = applyCaseRules({ before, changes, actor: idOf(req.user), now: now.toISOString() })
  if (!decided.ok) throw problemRefusal(req, decided.problems)
  const { values, search } = decided.value
  return { ...data, ...storedDerived(before), ...spoken(values), ...search }
}

/** What the rules say something of. */
function spoken(values: CaseValues): CaseValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** The case fields of a document, relationships as their ids. */
function caseValuesOf(document: Record<string, unknown>): CaseValues {
  const values: CaseValues = {}
  for (const name of caseFieldNames) {
    if (document[name] !== undefined) values[name] = idIfPopulated(document[name])
  }
  return values
}

function readChanges({
  data,
  before,
  req,
  now,
}: {
  data: Record<string, unknown>
  before: CaseValues | null
  req: PayloadRequest
  now: Date
}): CaseValues {
  const today = berlinDay(now)
  const changes: CaseValues = {}
  const problems: Problem[] = []
  for (const name of writableNames) {
    const raw = idIfPopulated(data[name])
    if (data[name] === undefined || (before && raw === before[name])) continue
    const read = readCaseValue({ field: name, raw, today })
    changes[name] = read.value
    problems.push(...read.problems.filter((problem) => problem.level === 'error'))
  }
  if (problems.length > 0) throw problemRefusal(req, problems)
  return changes
}

/** Payload fills every field of an update in from the stored document; what is derived is derived anew. */
const writableNames: readonly CaseFieldName[] = caseFieldNames.filter(
  (name) => !caseFields[name].isDerived || name === 'fallId',
)

/** What a client sent for a derived field does not count: it is what it was, or what the rules say. */
function storedDerived(before: CaseValues | null): CaseValues {
  const values: CaseValues = {}
  for (const name of derivedNames) values[name] = before?.[name] ?? null
  return values
}

const derivedNames = caseFieldNames.filter((name) => !writableNames.includes(name))

function idIfPopulated(value: unknown): CaseValues[CaseFieldName] {
  // Users are populated with their name alone; the other objects, rich texts, have no id.
  const isPopulated = typeof value === 'object' && value !== null && 'id' in value
  return (isPopulated ? value.id : value) as CaseValues[CaseFieldName]
}

function idOf(user: PayloadRequest['user']): string | null {
  return user ? String(user.id) : null
}
