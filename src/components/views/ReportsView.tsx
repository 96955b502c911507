import type { AdminViewServerProps } from 'payload'
import { collections, endpoints } from '../../access/rolesTable'
import { isAllowed } from '../../access/rule'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { addDays } from '../../domain/calendar/calendarDate'
import { isoWeekOf } from '../../domain/calendar/isoWeek'
import { reportsTexts } from '../translations/reportsTexts'
import { PortalPage } from './PortalPage'
import { Reports } from './reports/Reports'

/** `/admin/berichtswesen`: preview, generate and download the weekly reports. */
export function ReportsView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? reportsTexts.en : reportsTexts.de
  const { user } = props.initPageResult.req
  return (
    <PortalPage {...props} title={texts.title} view="reports">
      <Reports
        canDelete={isAllowed({ rule: collections.reports.delete, user })}
        canGenerate={isAllowed({ rule: endpoints['POST /api/reports/generate'], user })}
        lastFinishedWeek={isoWeekOf(addDays(berlinDay(new Date()), -7))}
      />
    </PortalPage>
  )
}
