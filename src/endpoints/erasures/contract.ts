import { z } from 'zod'
import { erasureReasons, erasureStatuses } from '../../domain/erasure/erasureState'
import { day } from '../day'
import { pageOf, pagingQuery } from '../paging'

const text = (max: number) => z.string().trim().min(1).max(max)

/** What tells somebody from others. */
const person = z.object({
  nachname: text(200).optional(),
  vorname: text(200).optional(),
  geburtsdatum: day.optional(),
  kvnr: text(20).optional(),
})

/** `POST /api/erasures/search`: somebody by a Fall-ID or by themselves. In a body, for addresses are written into logs. */
export const searchBody = person
  .extend({ fallId: text(300).optional() })
  .refine(
    ({ fallId, kvnr, nachname, vorname, geburtsdatum }) =>
      fallId || kvnr || (nachname && (vorname || geburtsdatum)),
    'fallId, kvnr, or nachname with vorname or geburtsdatum',
  )

const foundCase = z.object({
  id: z.string(),
  fallId: z.string(),
  nachname: z.string(),
  vorname: z.string().nullable(),
  geburtsdatum: z.string().nullable(),
  kvnr: z.string().nullable(),
  datum: z.string(),
  fallgruppe: z.string(),
  likeness: z.enum(['certain', 'possible']),
})
export const searchOut = z.object({ cases: z.array(foundCase), totalDocs: z.number() })

/** `POST /api/erasures`: all cases of a person; where none is left, what certainly tells them from others. */
export const erasureBody = z.object({
  caseIds: z.array(text(100)).max(500).default([]),
  person: person
    .refine(
      ({ kvnr, nachname, vorname, geburtsdatum }) => kvnr || (nachname && vorname && geburtsdatum),
      'kvnr, or nachname, vorname and geburtsdatum',
    )
    .optional(),
  reference: text(200).optional(),
})

const erasureOut = z.object({
  id: z.string(),
  createdAt: z.string(),
  by: z.string().nullable(),
  reason: z.enum(erasureReasons),
  reference: z.string().nullable(),
  status: z.enum(erasureStatuses),
  cases: z.number(),
  icdCodes: z.number(),
  importRows: z.number(),
  auditEntries: z.number(),
  finishedAt: z.string().nullable(),
})
export const requestedOut = z.object({ id: z.string(), status: z.enum(erasureStatuses) })

/** `GET /api/erasures/list`: the latest first. */
export const erasureListQuery = pagingQuery({ usual: 25, most: 100 })
export const erasureListOut = pageOf(erasureOut)

/** `GET /api/erasures/retention`: what the periods of the settings would erase now. Nothing is. */
export const retentionOut = z.object({
  caseDays: z.number().nullable(),
  importDays: z.number().nullable(),
  isAutomatic: z.boolean(),
  day: z.string().nullable(),
  at: z.string().nullable(),
  cases: z.number(),
  imports: z.number(),
  examples: z.array(z.string()),
})
export const retentionStartedOut = z.object({ status: z.literal('running') })

export type SearchOut = z.infer<typeof searchOut>
export type FoundCase = z.infer<typeof foundCase>
export type ErasureOut = z.infer<typeof erasureOut>
export type ErasureListOut = z.infer<typeof erasureListOut>
export type RetentionOut = z.infer<typeof retentionOut>
