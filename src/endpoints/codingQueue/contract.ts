import { z } from 'zod'
import { pageOf } from '../paging'

const coding = {
  gutachtenTyp: z.enum(['bestaetigung', 'alternative']).nullable(),
  therapieaenderung: z.enum(['ja', 'nein']).nullable().optional(),
  taDiagnosekorrektur: z.boolean().nullable().optional(),
  taUnterversorgung: z.boolean().nullable().optional(),
  taUebertherapie: z.boolean().nullable().optional(),
}

/** One case of the coding queue. */
export const codingCase = z.object({
  id: z.string(),
  fallId: z.string(),
  nachname: z.string(),
  vorname: z.string().nullable(),
  fallgruppe: z.string(),
  jahr: z.number(),
  kw: z.number(),
  datum: z.string(),
  gutachtenAm: z.string().nullable(),
  kurzbeschreibung: z.string().nullable(),
  fragestellung: z.string().nullable(),
  icd: z.string().nullable(),
  ...coding,
  updatedAt: z.string(),
})

/** `GET /api/coding/queue`: oldest first; progress and ratio are over the filter's year, week and group. */
export const codingQueueOut = pageOf(codingCase).extend({
  progress: z.object({ coded: z.number(), total: z.number() }),
  ratio: z.object({ bestaetigung: z.number(), alternative: z.number() }),
})

/** `PUT /api/coding/:id` and `PUT /api/cases/:id/coding`: answers the case; 409 when `updatedAt` is stale. */
export const putCodingIn = z.object({ ...coding, updatedAt: z.string().optional() })

/** `PUT /api/coding`: a batch; each item stands for itself. */
export const putCodingBatchIn = z.object({
  items: z.array(z.object({ id: z.string().min(1), ...coding, updatedAt: z.string().optional() })).max(1000),
})
export const putCodingBatchOut = z.object({
  updated: z.number(),
  failed: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
})

export type CodingCase = z.infer<typeof codingCase>
export type CodingQueueOut = z.infer<typeof codingQueueOut>
export type PutCodingIn = z.infer<typeof putCodingIn>
