import type { AdminViewServerProps } from 'payload'
import { hasRole } from '../../access/hasRole'
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
    <PortalPage {...props} roles={['admin', 'dak_mitarbeiter']} title={texts.title}>
      <Reports
        isAdmin={hasRole(props.initPageResult.req.user, 'admin')}
        lastFinishedWeek={isoWeekOf(addDays(berlinDay(new Date()), -7))}
      />
    </PortalPage>
  )
}
