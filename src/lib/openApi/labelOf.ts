import type { Language } from '../../domain/language'

/** A label of Payload's configuration in a language, where it has one that needs no more than that. */
export function labelOf(label: unknown, language: Language): string | undefined {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null || !(language in label)) return undefined
  const text = (label as Partial<Record<Language, unknown>>)[language]
  return typeof text === 'string' ? text : undefined
}
