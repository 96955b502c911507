import type { z } from 'zod'
import { caseFields, isCaseFieldName } from '../../domain/cases/caseFields'
import type { CaseValue } from '../../domain/cases/caseValues'
import { describeProblem } from '../../domain/describeProblem'
import type { PlanItem } from '../../domain/imports/planItem'
import type { Problem } from '../../domain/problem'
import type { Language } from '../../lib/language'
import type { Import } from '../../payload-types'
import { type ImportResult, storedResult } from '../../services/imports/importResult'
import type { ImportResultOut, ImportStateOut, importStateOut, PlanItemOut } from './contract'

/** A row of a plan as the API shows it: no rich text, problems in words. */
export function showPlanItem(item: PlanItem, language: Language): PlanItemOut {
  return {
    row: item.row,
    ...(item.sheet === undefined ? {} : { sheet: item.sheet }),
    action: item.action,
    data: shownData(item),
    changes: item.changes.map((change) => ({
      field: change.field,
      old: scalar(change.old),
      new: scalar(change.new),
    })),
    duplicateOf: item.duplicateOf,
    problems: item.problems.map((problem) => showProblem(problem, language)),
  }
}

/** The result of an import in words. */
export function showResult(result: ImportResult, language: Language): ImportResultOut {
  const problems = result.problems.map(({ row, sheet, ...problem }) => ({
    row,
    ...(sheet === undefined ? {} : { sheet }),
    ...showProblem(problem, language),
  }))
  return { ...result, problems }
}

/** Where an import stands; an applied one with its result. */
export function importStateOf(entry: Import, language: Language): ImportStateOut {
  const total = entry.total ?? 0
  const isDone = entry.status === 'applied' || entry.status === 'undone'
  return {
    importId: String(entry.id),
    kind: entry.kind,
    filename: entry.filename,
    status: entry.status,
    progress: { done: isDone ? total : 0, total },
    counts: entry.counts as z.input<typeof importStateOut>['counts'],
    ...(isDone ? { result: showResult(storedResult(entry), language) } : {}),
  }
}

function showProblem(problem: Problem, language: Language) {
  const { level, code, field, value } = problem
  return { level, code, field, value, message: describeProblem({ problem, language }) }
}

function shownData(item: PlanItem): PlanItemOut['data'] {
  const data: PlanItemOut['data'] = {}
  for (const [name, value] of Object.entries(item.data)) {
    const isShown = !isCaseFieldName(name) || caseFields[name].kind !== 'richText'
    if (isShown && value !== undefined) data[name] = scalar(value)
  }
  return data
}

function scalar(value: CaseValue): string | number | boolean | null {
  return typeof value === 'object' ? null : value
}
