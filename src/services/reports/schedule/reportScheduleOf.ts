import type { Payload } from 'payload'
import { defaultReportSchedule, type ReportSchedule } from '../../../domain/reports/schedule/reportSchedule'

/** The schedule of the weekly report in the settings. */
export async function reportScheduleOf(payload: Payload): Promise<ReportSchedule> {
  const { reports } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  return {
    weekday: Number(reports?.weekday ?? defaultReportSchedule.weekday),
    hour: reports?.hour ?? defaultReportSchedule.hour,
  }
}
