import { z } from 'zod'
import { fallgruppe } from './fallgruppe'
import { pagingQuery } from './paging'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Query of every list of SPEC §8: paging and the common filters. */
export const caseFilterQuery = pagingQuery({ usual: 50, most: 1000 }).extend({
  jahr: z.coerce.number().int().min(1900).max(2199).optional(),
  kw: z.coerce.number().int().min(1).max(53).optional(),
  fallgruppe: fallgruppe.optional(),
  hasIcd: flag.optional(),
  hasCoding: flag.optional(),
})

export type CaseFilterQuery = z.infer<typeof caseFilterQuery>
