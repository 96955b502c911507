import type { EditViewConfig } from 'payload'
import { documentViews } from '../../access/rolesTable'
import { isAllowed } from '../../access/rule'

/** The tab “Verlauf” of a case: what the audit log tells of it, for whom the table of roles says. */
export const caseHistoryView: EditViewConfig = {
  Component: '/src/components/views/CaseHistoryView#CaseHistoryView',
  path: '/verlauf',
  tab: {
    label: ({ t }) => t('audit:history' as never),
    href: '/verlauf',
    order: 200,
    condition: ({ req }) => isAllowed({ rule: documentViews['cases.verlauf'], user: req.user }),
  },
}
