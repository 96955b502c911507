import { z } from 'zod'
import { importPhases } from '../../domain/imports/importState'
import { planActions } from '../../domain/imports/planItem'
import { undoOutcomes } from '../../domain/imports/planUndo'
import { pageOf, pagingQuery } from '../paging'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const decision = z.enum(['create', 'skip', 'update'])
const reason = z.enum(['crmTicketId', 'person', 'kvnr', 'score'])
const certainty = z.enum(['certain', 'possible'])
const corrections = z.record(z.string(), z.record(z.string(), scalar))

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
      certainty,
      reasons: z.array(reason),
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
  /** What was decided on the row, and the fields that were corrected, each with what was typed. */
  decision: decision.optional(),
  corrections: z.record(z.string(), scalar).optional(),
  /** What the case or the earlier row holds that this one is, or may be, the same as. */
  beside: z.record(z.string(), scalar).optional(),
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

/**
 * `POST /api/import/csv/confirm`. Keys are row numbers as text, `2026!17` where there are sheets; days are `YYYY-MM-DD`.
 * What is given counts over what the preview was planned with.
 */
export const importConfirmIn = z.object({
  importId: z.string().min(1),
  decisions: z.record(z.string(), decision).default({}),
  corrections: corrections.default({}),
})

/** The answer to the confirmation of a large import, 202: a job applies it, `GET /api/import/:id` tells how far it is. */
export const importQueuedOut = z.object({ importId: z.string(), status: z.literal('applying') })

/**
 * `POST /api/import/:id/plan`: decisions and corrections as when confirming, over those given before. `reset` takes back
 * those of rows, `decideAll` decides on every duplicate of a kind, or on those that match for a reason.
 */
export const importPlanIn = z.object({
  decisions: z.record(z.string(), decision).default({}),
  corrections: corrections.default({}),
  reset: z.array(z.string()).max(1000).default([]),
  decideAll: z
    .array(z.object({ certainty, reason: reason.optional(), decision }))
    .max(10)
    .default([]),
})

/** The preview as it is now, and the rows for which something else is planned than before; `changed` counts them all. */
export const importPlanOut = z.object({
  importId: z.string(),
  counts,
  rows: z.array(planItemOut).max(1000),
  changed: z.number(),
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

const undone = z.object({
  outcome: z.enum(undoOutcomes),
  reason: z.enum(['editedSince', 'gone']).optional(),
})

/** `POST /api/import/:id/undo`: what became of each row that had written; of a large import the first rows. */
export const importUndoOut = z.object({
  importId: z.string(),
  status: z.literal('undone'),
  reversed: z.number(),
  kept: z.number(),
  failed: z.number(),
  rows: z.array(undone.extend({ row: z.number(), sheet: z.string().optional() })),
})

/** The answer to the undoing of a large import, 202: a job undoes it, `GET /api/import/:id` tells how far it is. */
export const undoQueuedOut = z.object({
  importId: z.string(),
  status: z.literal('applied'),
  isUndoing: z.literal(true),
})

/** `GET /api/import/:id` */
export const importStateOut = z.object({
  importId: z.string(),
  kind: z.string(),
  filename: z.string(),
  status: z.enum(['previewed', 'applying', 'applied', 'undone', 'failed', 'expired']),
  /** Whether it, being applied, is being undone. */
  isUndoing: z.boolean(),
  /** In rows; while it is applied or undone each row goes through the phases, and each phase is a quarter of the way. */
  progress: z.object({ done: z.number(), total: z.number(), phase: z.enum(importPhases).optional() }),
  counts,
  result: importResultOut.optional(),
  undo: importUndoOut.optional(),
  /** Why the last try to apply or to undo it came to nothing. */
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  sheets: z.array(z.object({ name: z.string(), counts })),
  /** Rows that are, or may be, what there is already; not those in error. */
  duplicates: z.object({ certain: z.number(), possible: z.number() }),
  /** What was decided and corrected so far, while it is previewed. */
  decisions: z.record(z.string(), decision).optional(),
  corrections: corrections.optional(),
  /** The case fields that may be corrected. */
  correctable: z.array(z.string()),
})

/** `GET /api/import/:id/rows?action=&warnings=true&outcome=&sheet=&page=&limit=`; an action, warnings, or what undoing made of a row. */
export const importRowsQuery = pagingQuery({ usual: 100, most: 1000 })
  .extend({
    action: z.enum(planActions).optional(),
    warnings: z.literal('true').optional(),
    outcome: z.enum(undoOutcomes).optional(),
    sheet: z.string().optional(),
  })
  .refine(
    ({ action, warnings, outcome }) => [action, warnings, outcome].filter(Boolean).length <= 1,
    'one of action, warnings and outcome',
  )
export const importRowsOut = pageOf(planItemOut.extend({ undone: undone.optional() }))

/** `GET /api/import/log?page=&limit=`: every import, the newest first; DAK staff see their own. */
export const importLogQuery = pagingQuery({ usual: 50, most: 1000 })
export const importLogOut = pageOf(
  z.object({
    importId: z.string(),
    kind: z.string(),
    filename: z.string(),
    status: z.string(),
    isUndoing: z.boolean(),
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
export type ImportPlanIn = z.input<typeof importPlanIn>
export type ImportPlanOut = z.infer<typeof importPlanOut>
export type ImportQueuedOut = z.infer<typeof importQueuedOut>
export type ImportResultOut = z.infer<typeof importResultOut>
export type ImportUndoOut = z.infer<typeof importUndoOut>
export type ImportStateOut = z.infer<typeof importStateOut>
export type ImportRowsOut = z.infer<typeof importRowsOut>
export type ImportLogOut = z.infer<typeof importLogOut>
