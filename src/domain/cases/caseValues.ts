import type { CaseFieldName } from './caseFields'

/**
 * One value of a case field. Days are `YYYY-MM-DD`, moments ISO instants, users and imports ids;
 * `notizen` (rich text) is opaque to the domain.
 */
export type CaseValue = string | number | boolean | null | object

/** Case fields by name; an absent field is not spoken of, `null` is empty. */
export type CaseValues = { [field in CaseFieldName]?: CaseValue }
