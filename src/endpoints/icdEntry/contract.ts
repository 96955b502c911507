import { z } from 'zod'
import { documentOf } from '../../lib/documentOf'
import { caseFilterQuery } from '../caseFilters'
import { pageOf } from '../paging'

/** One line of the queue of cases pending ICD; everything a person needs to enter the code, and no more. */
export const pendingIcdCase = z.object({
  id: z.string(),
  fallId: z.string(),
  nachname: z.string(),
  vorname: z.string().nullable(),
  geburtsdatum: z.string().nullable(),
  fallgruppe: z.string(),
  jahr: z.number(),
  kw: z.number(),
  datum: z.string(),
  thema: z.string().nullable(),
  kurzbeschreibung: z.string().nullable(),
  icd: z.string().nullable(),
  updatedAt: z.string(),
})

/** `GET /api/cases/pending-icd`: oldest first. */
export const pendingIcdOut = pageOf(pendingIcdCase)

/**
 * `PUT /api/cases/:id/icd`: free text with one or more codes, empty takes the codes away. Answers the case, and what
 * the ICD catalogue has against its codes as `warnings`; they are saved all the same.
 */
export const putIcdIn = z.object({ icd: z.string().max(1000).nullable(), updatedAt: z.string().optional() })

/** The case, and the codes that the catalogue has something against. */
export const putIcdOut = z.intersection(
  documentOf('cases'),
  z.object({
    warnings: z.array(z.object({ code: z.string(), value: z.string().nullable(), message: z.string() })),
  }),
)

/** `GET /api/cases/coding-template`: the filters of the lists; `all=true` for the cases that have codes, too. */
export const codingTemplateQuery = caseFilterQuery
  .omit({ page: true, limit: true })
  .extend({ all: z.enum(['true', 'false']).default('false') })

export type PendingIcdCase = z.infer<typeof pendingIcdCase>
export type PendingIcdOut = z.infer<typeof pendingIcdOut>
export type PutIcdIn = z.infer<typeof putIcdIn>
