import type { ProblemCode } from './problemTexts'

/** Something wrong with one value. `field` is a field's or column's name, `value` the text as it was given. */
export type Problem = {
  level: 'error' | 'warning'
  code: ProblemCode
  field: string
  value: string | null
  /** Extra words for the message, by the placeholder's name. */
  params?: Readonly<Record<string, string | number>>
}

/** The outcome of a decision of the domain: a value, or what is wrong. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }
