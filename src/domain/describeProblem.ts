import { caseFields, isCaseFieldName } from './cases/caseFields'
import type { Problem } from './problem'
import { problemTexts } from './problemTexts'

/** What a problem says to a person, in their language: field by its label, value as given, and what to do. */
export function describeProblem({ problem, language }: { problem: Problem; language: 'de' | 'en' }): string {
  const words: Readonly<Record<string, string | number>> = {
    field: isCaseFieldName(problem.field) ? caseFields[problem.field][language] : problem.field,
    value: problem.value ?? '',
    ...problem.params,
  }
  return problemTexts[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(words[name] ?? ''),
  )
}
