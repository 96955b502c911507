import { z } from 'zod'
import { planActions } from '../../domain/imports/planItem'
import { pageOf } from '../caseFilters'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** One row of a plan as the API shows it (SPEC §11). */
export const planItemOut = z.object({
  row: z.number(),
  sheet: z.string().optional(),
  action: z.enum(planActions),
  data: z.record(z.string(), scalar),
  changes: z.array(z.object({ field: z.string(), old: scalar, new: scalar })),
  duplicateOf: z
    .object({
      caseId: z.string().nullable(),
      row: z.number().nullable(),
      sheet: z.string().optional(),
      fallId: z.string().nullable(),
      certainty: z.enum(['certain', 'possible']),
      reasons: z.array(z.enum(['crmTicketId', 'person', 'kvnr', 'score'])),
    })
    .nullable(),
  problems: z.array(
    z.object({
      level: z.enum(['error', 'warning']),
      code: z.string(),
      field: z.string(),
      value: z.string().nullable(),
      message: z.string(),
    }),
  ),
})

const counts = z.object({
  total: z.number(),
  create: z.number(),
  update: z.number(),
  skip: z.number(),
  decide: z.number(),
  error: z.number(),
  warnings: z.number(),
})

/** `POST /api/import/csv`, 201: the plan, nothing is written to the cases yet. */
export const importPreviewOut = z.object({
  importId: z.string(),
  kind: z.string(),
  filename: z.string(),
  counts,
  rows: z.array(planItemOut).max(100),
})

/** `POST /api/import/csv/confirm`. Keys are row numbers as text; days are `YYYY-MM-DD`. */
export const importConfirmIn = z.object({
  importId: z.string().min(1),
  decisions: z.record(z.string(), z.enum(['create', 'skip', 'update'])).default({}),
  corrections: z.record(z.string(), z.record(z.string(), scalar)).default({}),
})

/** The result of applying an import; `problems` are those of the rows that failed. */
export const importResultOut = z.object({
  importId: z.string(),
  status: z.literal('applied'),
  created: z.number(),
  updated: z.number(),
  skipped: z.number(),
  failed: z.number(),
  problems: z.array(
    z.object({
      row: z.number(),
      sheet: z.string().optional(),
      level: z.enum(['error', 'warning']),
      code: z.string(),
      field: z.string(),
      value: z.string().nullable(),
      message: z.string(),
    }),
  ),
})

/** `POST /api/import/:id/undo`: what became of each row that had written. */
export const importUndoOut = z.object({
  importId: z.string(),
  status: z.literal('undone'),
  reversed: z.number(),
  kept: z.number(),
  failed: z.number(),
  rows: z.array(
    z.object({
      row: z.number(),
      sheet: z.string().optional(),
      outcome: z.enum(['reversed', 'kept', 'failed']),
      reason: z.enum(['editedSince', 'gone']).optional(),
    }),
  ),
})

/** `GET /api/import/:id` */
export const importStateOut = z.object({
  importId: z.string(),
  kind: z.string(),
  filename: z.string(),
  status: z.enum(['previewed', 'applying', 'applied', 'undone', 'failed', 'expired']),
  progress: z.object({ done: z.number(), total: z.number() }),
  counts,
  result: importResultOut.optional(),
})

/** `GET /api/import/:id/rows?action=&page=&limit=` */
export const importRowsQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  action: z.enum(planActions).optional(),
})
export const importRowsOut = pageOf(planItemOut)

/** `GET /api/import/log?page=&limit=`: every import, the newest first; DAK staff see their own. */
export const importLogQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})
export const importLogOut = pageOf(
  z.object({
    importId: z.string(),
    kind: z.string(),
    filename: z.string(),
    status: z.string(),
    counts: counts.nullable(),
    result: importResultOut.omit({ problems: true }).partial().nullable(),
    by: z.string().nullable(),
    createdAt: z.string(),
    appliedAt: z.string().nullable(),
  }),
)

export type PlanItemOut = z.infer<typeof planItemOut>
export type ImportPreviewOut = z.infer<typeof importPreviewOut>
export type ImportConfirmIn = z.input<typeof importConfirmIn>
export type ImportResultOut = z.infer<typeof importResultOut>
export type ImportUndoOut = z.infer<typeof importUndoOut>
export type ImportStateOut = z.infer<typeof importStateOut>
export type ImportRowsOut = z.infer<typeof importRowsOut>
export type ImportLogOut = z.infer<typeof importLogOut>
