import { analysesTexts } from './analysesTexts'
import { apiTexts } from './apiTexts'
import { auditTexts } from './auditTexts'
import { codingTexts } from './codingTexts'
import { dashboardTexts } from './dashboardTexts'
import { erasureTexts } from './erasureTexts'
import { icdTexts } from './icdTexts'
import { importTexts } from './importTexts'
import { invitationTexts } from './invitationTexts'
import { listTexts } from './listTexts'
import { mailViewTexts } from './mailViewTexts'
import { navTexts } from './navTexts'
import { notificationTexts } from './notificationTexts'
import { previewTexts } from './previewTexts'
import { reportsTexts } from './reportsTexts'
import { securityTexts } from './securityTexts'
import { signInTexts } from './signInTexts'

/** Everything the portal's own views say, under the namespace of the view: `t('dashboard:title')`. */
export const portalTranslations = {
  de: {
    nav: navTexts.de,
    dashboard: dashboardTexts.de,
    analyses: analysesTexts.de,
    api: apiTexts.de,
    import: importTexts.de,
    icd: icdTexts.de,
    coding: codingTexts.de,
    invitations: invitationTexts.de,
    list: listTexts.de,
    preview: previewTexts.de,
    reports: reportsTexts.de,
    security: securityTexts.de,
    signIn: signInTexts.de,
    notifications: notificationTexts.de,
    mails: mailViewTexts.de,
    audit: auditTexts.de,
    erasure: erasureTexts.de,
  },
  en: {
    nav: navTexts.en,
    dashboard: dashboardTexts.en,
    analyses: analysesTexts.en,
    api: apiTexts.en,
    import: importTexts.en,
    icd: icdTexts.en,
    coding: codingTexts.en,
    invitations: invitationTexts.en,
    list: listTexts.en,
    preview: previewTexts.en,
    reports: reportsTexts.en,
    security: securityTexts.en,
    signIn: signInTexts.en,
    notifications: notificationTexts.en,
    mails: mailViewTexts.en,
    audit: auditTexts.en,
    erasure: erasureTexts.en,
  },
}
