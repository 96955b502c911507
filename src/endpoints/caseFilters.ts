import { z } from 'zod'
import { fallgruppeKeys } from '../domain/cases/caseFields'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Query of every list of SPEC §8: paging and the common filters. */
export const caseFilterQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  jahr: z.coerce.number().int().min(1900).max(2199).optional(),
  kw: z.coerce.number().int().min(1).max(53).optional(),
  fallgruppe: z.enum(fallgruppeKeys as [string, ...string[]]).optional(),
  hasIcd: flag.optional(),
  hasCoding: flag.optional(),
})

export type CaseFilterQuery = z.infer<typeof caseFilterQuery>

/** What every paged answer carries beside its `docs`. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    docs: z.array(item),
    totalDocs: z.number(),
    page: z.number(),
    limit: z.number(),
    totalPages: z.number(),
  })
