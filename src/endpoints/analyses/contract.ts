import { z } from 'zod'
import type { CalendarDate } from '../../domain/calendar/calendarDate'
import { analysisTables } from '../../domain/reports/analyses/analysisTable'
import { rasters } from '../../domain/reports/analyses/durationTable'
import { ages } from '../../domain/reports/analyses/openWork'
import { fallgruppe } from '../fallgruppe'

/** `GET /api/reports/analyses?jahr=&fallgruppe=`: without `jahr` the current year (Europe/Berlin). */
export const analysesQuery = z.object({
  jahr: z.coerce.number().int().min(1900).max(2199).optional(),
  fallgruppe: fallgruppe.optional(),
})

const spread = { faelle: z.number(), median: z.number().nullable(), p90: z.number().nullable() }
const durations = z.object({
  gesamt: z.object(spread),
  monate: z.array(z.object({ monat: z.number(), ...spread })),
  wochen: z.array(z.object({ kw: z.number(), ...spread })),
  gruppen: z.array(z.object({ fallgruppe, ...spread })),
  /** Cases with a date before the case's day, which are measured nowhere. */
  widerspruch: z.number(),
})

/** Days, counts, and the day that ages are counted to. */
export const analysesOut = z.object({
  jahr: z.number(),
  fallgruppe: fallgruppe.nullable(),
  bisKw: z.number(),
  stand: z.custom<CalendarDate>((value) => typeof value === 'string'),
  erstberatungen: z.number(),
  dauer: z.object({ unterlagen: durations, gutachten: durations }),
  ergebnisse: z.array(
    z.object({
      fallgruppe,
      gutachten: z.number(),
      bestaetigung: z.number(),
      alternative: z.number(),
      taJa: z.number(),
      taNein: z.number(),
    }),
  ),
  icd: z.object({
    anzahl: z.number(),
    haeufigste: z.array(
      z.object({ hauptgruppe: z.string(), titel: z.string().nullable(), faelle: z.number() }),
    ),
  }),
  offen: z.array(
    z.object({
      alter: z.enum(ages),
      pendingIcd: z.number(),
      pendingCoding: z.number(),
      keineRueckmeldung: z.number(),
    }),
  ),
})

const exported = analysesQuery.extend({ raster: z.enum(rasters).default('monat') })

/** `GET /api/reports/analyses/xlsx?jahr=&fallgruppe=&raster=&tabelle=`: without `tabelle` a workbook of all tables. */
export const analysesXlsxQuery = exported.extend({ tabelle: z.enum(analysisTables).optional() })

/** `GET /api/reports/analyses/csv?tabelle=&jahr=&fallgruppe=&raster=` */
export const analysesCsvQuery = exported.extend({ tabelle: z.enum(analysisTables) })

export type AnalysesOut = z.infer<typeof analysesOut>
