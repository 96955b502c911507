/** After how many days what is erased; `null`: never. */
export type RetentionPeriods = { caseDays: number | null; importDays: number | null }

/** Cases of a day before `day` are erased, and the rows of imports that nobody touched since `at`, an ISO instant. */
export type RetentionLimits = { day: string | null; at: string | null }

/** Three years of cases are what a report and its comparison need. */
export const minCaseDays = 1_096
export const minImportDays = 30

const dayMs = 86_400_000

/** The limits of periods at an instant. */
export function retentionLimits({
  periods: { caseDays, importDays },
  now,
}: {
  periods: RetentionPeriods
  now: Date
}): RetentionLimits {
  const before = (days: number) => new Date(now.getTime() - days * dayMs).toISOString()
  return {
    day: caseDays === null ? null : before(caseDays).slice(0, 10),
    at: importDays === null ? null : before(importDays),
  }
}
