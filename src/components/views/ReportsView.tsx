import type { AdminViewServerProps } from 'payload'
import { endpoints } from '../../access/rolesTable'
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
  return (
    <PortalPage {...props} title={texts.title} view="reports">
      <Reports
        canGenerate={isAllowed({
          rule: endpoints['POST /api/reports/generate'],
          user: props.initPageResult.req.user,
        })}
        lastFinishedWeek={isoWeekOf(addDays(berlinDay(new Date()), -7))}
      />
    </PortalPage>
  )
}
