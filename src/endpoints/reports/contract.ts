import { z } from 'zod'
import { cubeCounts } from '../../domain/reports/cube'
import { fallgruppe } from '../fallgruppe'
import { pageOf, pagingQuery } from '../paging'

const jahr = z.coerce.number().int().min(1900).max(2199)

/** `GET /api/reports/dashboard?jahr=`: without `jahr` the current year (Europe/Berlin). */
export const dashboardQuery = z.object({ jahr: jahr.optional() })
export const dashboardOut = z.object({
  jahr: z.number(),
  bisKw: z.number(),
  kpis: z.object({
    erstberatungen: z.number(),
    unterlagen: z.number(),
    ablehnungen: z.number(),
    keineRueckmeldung: z.number(),
    gutachten: z.number(),
    pendingIcd: z.number(),
    pendingCoding: z.number(),
    reportsGenerated: z.number(),
  }),
  weekly: z.array(
    z.object({
      kw: z.number(),
      erstberatungen: z.number(),
      unterlagen: z.number(),
      ablehnungen: z.number(),
      keineRueckmeldung: z.number(),
      gutachten: z.number(),
    }),
  ),
  fallgruppen: z.array(z.object({ fallgruppe, anzahl: z.number(), gutachten: z.number() })),
  vorjahr: z.object({
    jahr: z.number(),
    quelle: z.enum(['live', 'import', 'none']),
    wocheOhnePartner: z.number().nullable(),
    rows: z.array(
      z.object({
        kennzahl: z.enum(['erstberatungen', 'unterlagen', 'ablehnungen', 'keineRueckmeldung', 'gutachten']),
        aktuell: z.number(),
        vorjahr: z.number(),
        veraenderung: z.number().nullable(),
      }),
    ),
  }),
  /** The years that have cases, newest first (for the year picker). */
  jahre: z.array(z.number()),
})

/** `GET /api/reports/weekly/:jahr/:kw` */
export const weeklyParams = z.object({ jahr, kw: z.coerce.number().int().min(1).max(53) })
const counts = Object.fromEntries(cubeCounts.map((name) => [name, z.number()])) as Record<
  (typeof cubeCounts)[number],
  z.ZodNumber
>
export const weeklyOut = z.object({
  jahr: z.number(),
  kw: z.number(),
  /** Where the counts of the year before are from. */
  vorjahr: z.object({
    jahr: z.number(),
    quelle: z.enum(['live', 'import', 'none']),
    wocheOhnePartner: z.number().nullable(),
  }),
  cube: z.array(z.object({ kw: z.number(), fallgruppe, ...counts })),
  sheets: z.array(
    z.object({ title: z.string(), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }),
  ),
})

/** `POST /api/reports/generate` */
export const generateIn = z.object({
  jahr: z.number().int().min(1900).max(2199),
  kw: z.number().int().min(1).max(53),
})
export const reportOut = z.object({
  id: z.string(),
  jahr: z.number(),
  kw: z.number(),
  filename: z.string(),
  generatedAt: z.string(),
  downloadUrl: z.string(),
})

/** `GET /api/reports/list?jahr=&kw=`: the current report of each week, the newest week first, with its earlier versions. */
export const reportListQuery = pagingQuery({ usual: 50, most: 1000 }).extend({
  jahr: jahr.optional(),
  kw: z.coerce.number().int().min(1).max(53).optional(),
})
const listedReport = reportOut.extend({ generatedBy: z.string().nullable(), version: z.number() })
export const reportListOut = pageOf(listedReport.extend({ earlier: z.array(listedReport) }))

export type DashboardOut = z.infer<typeof dashboardOut>
export type WeeklyOut = z.infer<typeof weeklyOut>
export type ReportOut = z.infer<typeof reportOut>
export type ListedReportOut = z.infer<typeof listedReport>
export type ReportListOut = z.infer<typeof reportListOut>
