import { fieldLabel } from './fieldLabel'
import type { Language } from './language'
import type { Problem } from './problem'
import { problemTexts } from './problemTexts'

/** What a problem says to a person, in their language: field by its label, value as given, and what to do. */
export function describeProblem({ problem, language }: { problem: Problem; language: Language }): string {
  const words: Readonly<Record<string, string | number>> = {
    field: fieldLabel({ field: problem.field, language }),
    value: problem.value ?? '',
    ...problem.params,
  }
  return problemTexts[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(words[name] ?? ''),
  )
}
