import { z } from 'zod'
import { icdUsages } from '../../domain/icd/catalogue/catalogueEntry'

/** `GET /api/icd-catalogue/search?q=`: a beginning of a code, or words. */
export const icdSearchQuery = z.object({ q: z.string().max(200) })

/** A suggested code. */
export const icdSuggestion = z.object({
  code: z.string(),
  title: z.string(),
  terminal: z.boolean(),
  usage: z.enum(icdUsages),
})

/** At most 20 codes, best first; `year` is the catalogue's, `null` when none is loaded. */
export const icdSearchOut = z.object({ year: z.number().nullable(), docs: z.array(icdSuggestion) })

/** `GET /api/icd-catalogue/codes`: every code by what may be done with it, for warning while somebody types. */
export const icdCodesOut = z.object({
  year: z.number().nullable(),
  groups: z.array(z.object({ terminal: z.boolean(), usage: z.enum(icdUsages), codes: z.array(z.string()) })),
})

export type IcdSuggestion = z.infer<typeof icdSuggestion>
export type IcdSearchOut = z.infer<typeof icdSearchOut>
export type IcdCodesOut = z.infer<typeof icdCodesOut>
