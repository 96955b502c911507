import type { z } from 'zod'
import { caseFieldNames, caseFields, isCaseFieldName } from '../../domain/cases/caseFields'
import type { CaseValue } from '../../domain/cases/caseValues'
import { describeProblem } from '../../domain/describeProblem'
import type { Amendments } from '../../domain/imports/amendments'
import type { PlanItem, RowValues } from '../../domain/imports/planItem'
import { rowKey } from '../../domain/imports/rowKey'
import type { Language } from '../../domain/language'
import type { Problem } from '../../domain/problem'
import { summaryColumns } from '../../domain/reports/summaryColumns'
import { errorText, isErrorCode } from '../../lib/errorTexts'
import type { Import } from '../../payload-types'
import { type ImportResult, storedResult } from '../../services/imports/importResult'
import { importSources, isImportSource } from '../../services/imports/importSources'
import { stageOf } from '../../services/imports/importStatus'
import type { ImportState } from '../../services/imports/loadImportState'
import { storedUndoResult } from '../../services/imports/undoResult'
import type { ImportResultOut, ImportStateOut, importStateOut, PlanItemOut } from './contract'

/** A row of a plan as the API shows it: no rich text, problems in words, and what was decided and corrected. */
export function showPlanItem({
  item,
  language,
  amendments,
  beside,
}: {
  item: PlanItem
  language: Language
  amendments?: Amendments
  beside?: ReadonlyMap<string, RowValues>
}): PlanItemOut {
  const key = rowKey(item)
  const decision = amendments?.decisions[key]
  const corrections = amendments?.corrections[key]
  const existing = beside?.get(key)
  return {
    row: item.row,
    ...(item.sheet === undefined ? {} : { sheet: item.sheet }),
    action: item.action,
    data: shownData(item.data),
    changes: item.changes.map((change) => ({
      field: change.field,
      old: scalar(change.old),
      new: scalar(change.new),
    })),
    duplicateOf: item.duplicateOf,
    problems: item.problems.map((problem) => showProblem(problem, language)),
    ...(decision ? { decision } : {}),
    ...(corrections ? { corrections: corrections as PlanItemOut['corrections'] } : {}),
    ...(existing ? { beside: shownData(existing) } : {}),
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

/** Where an import stands; an applied one with its result, an undone one with what became of its rows. */
export function showState(state: ImportState, language: Language): ImportStateOut {
  const { entry, progress, sheets, duplicates, amendments } = state
  const total = entry.total ?? 0
  const isDone = entry.status === 'applied' || entry.status === 'undone'
  const stage = stageOf(entry)
  const isOpen = stage === 'previewed'
  const undone = storedUndoResult(entry)
  const failure = isOpen || stage === 'applied' ? failureOf(entry, language) : null
  return {
    importId: String(entry.id),
    kind: entry.kind,
    filename: entry.filename,
    status: entry.status,
    isUndoing: stage === 'undoing',
    progress: progress
      ? { done: progress.done, total: progress.total, phase: progress.phase }
      : { done: isDone && stage !== 'undoing' ? total : 0, total },
    counts: entry.counts as z.input<typeof importStateOut>['counts'],
    ...(isDone ? { result: showResult(storedResult(entry), language) } : {}),
    ...(undone ? { undo: undone } : {}),
    ...(failure ? { failure } : {}),
    sheets,
    duplicates,
    ...(isOpen ? (amendments as Pick<ImportStateOut, 'decisions' | 'corrections'>) : {}),
    correctable: correctableOf(entry.kind),
  }
}

/** Why an import was not applied or not undone, each reason in a sentence. */
function failureOf({ failure }: Import, language: Language): ImportStateOut['failure'] | null {
  const reasons = (failure ?? []) as ({ code: string } & Record<string, string | number>)[]
  const [first] = reasons
  if (!first) return null
  const sentences = reasons
    .slice(0, maxReasons)
    .map(({ code, ...params }) =>
      errorText({ code: isErrorCode(code) ? code : 'importFailed', language, params }),
    )
  return { code: first.code, message: sentences.join(' ') }
}

const maxReasons = 10

function correctableOf(kind: string): string[] {
  const source = isImportSource(kind) ? importSources[kind] : null
  const names = new Set([...caseFieldNames, ...summaryColumns])
  return [...names].filter((name) => source?.canCorrect(name))
}

function showProblem(problem: Problem, language: Language) {
  const { level, code, field, value } = problem
  return { level, code, field, value, message: describeProblem({ problem, language }) }
}

function shownData(values: RowValues): PlanItemOut['data'] {
  const data: PlanItemOut['data'] = {}
  for (const [name, value] of Object.entries(values)) {
    const isShown = !isCaseFieldName(name) || caseFields[name].kind !== 'richText'
    if (isShown && value !== undefined) data[name] = scalar(value)
  }
  return data
}

function scalar(value: CaseValue): string | number | boolean | null {
  return typeof value === 'object' ? null : value
}
