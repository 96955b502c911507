/** When the weekly report is due: `weekday` of ISO 8601 (1 Monday to 7 Sunday), full hour 0 to 23 in Europe/Berlin. */
export type ReportSchedule = { weekday: number; hour: number }

/** SPEC §6: every Monday at 06:00, unless the settings say otherwise. */
export const defaultReportSchedule: ReportSchedule = { weekday: 1, hour: 6 }
