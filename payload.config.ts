// Loaded first and from here: deeper in the graph, Node 20 under tsx sometimes never finishes loading them (exit code 13).
import '@payloadcms/db-mongodb'
import '@payloadcms/db-sqlite'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { buildConfig } from 'payload'
import { jobsAccess } from './src/access/accessOf'
import { AddressConfirmations } from './src/collections/AddressConfirmations'
import { AllowedDomains } from './src/collections/AllowedDomains'
import { AuditHeads } from './src/collections/AuditHeads'
import { AuditLog } from './src/collections/AuditLog'
import { AuditSeals } from './src/collections/AuditSeals'
import { Cases } from './src/collections/Cases'
import { Erasures } from './src/collections/Erasures'
import { IcdCatalogue } from './src/collections/IcdCatalogue'
import { IcdCodes } from './src/collections/IcdCodes'
import { ImportBlocks } from './src/collections/ImportBlocks'
import { Imports } from './src/collections/Imports'
import { Invitations } from './src/collections/Invitations'
import { Mails } from './src/collections/Mails'
import { MfaSecrets } from './src/collections/MfaSecrets'
import { NotificationEvents } from './src/collections/NotificationEvents'
import { Notifications } from './src/collections/Notifications'
import { RecoveryCodes } from './src/collections/RecoveryCodes'
import { RefreshTokens } from './src/collections/RefreshTokens'
import { ReportRuns } from './src/collections/ReportRuns'
import { reports } from './src/collections/Reports'
import { Sessions } from './src/collections/Sessions'
import { Settings } from './src/collections/Settings'
import { Users } from './src/collections/Users'
import { YearlySummaries } from './src/collections/YearlySummaries'
import { portalTranslations } from './src/components/translations/portalTranslations'
import { mailAdapter } from './src/email/mailAdapter'
import { apiDocumentEndpoint } from './src/endpoints/apiDocument/endpoints'
import { authEndpoints } from './src/endpoints/auth/endpoints'
import { codingEndpoints } from './src/endpoints/codingQueue/endpoints'
import { healthEndpoints } from './src/endpoints/health/endpoints'
import { importEndpoints } from './src/endpoints/importFiles/endpoints'
import { keepInternals } from './src/hooks/keepInternals'
import { portalMutations } from './src/hooks/portalMutations'
import { recordEveryWrite } from './src/hooks/recordEveryWrite'
import { recordFailedSignIn } from './src/hooks/recordFailedSignIn'
import { renderError } from './src/hooks/renderError'
import { applyImport } from './src/jobs/applyImport/applyImport'
import { applyRetention } from './src/jobs/applyRetention/applyRetention'
import { erase } from './src/jobs/erase/erase'
import { expirePreviews } from './src/jobs/expirePreviews/expirePreviews'
import { generateWeeklyReport } from './src/jobs/generateWeeklyReport/generateWeeklyReport'
import { notify } from './src/jobs/notify/notify'
import { removeOldNotifications } from './src/jobs/removeOldNotifications/removeOldNotifications'
import { removeReportFile } from './src/jobs/removeReportFile/removeReportFile'
import { sealAudit } from './src/jobs/sealAudit/sealAudit'
import { sendAccountMail } from './src/jobs/sendAccountMail/sendAccountMail'
import { sendEmail } from './src/jobs/sendEmail/sendEmail'
import { undoImport } from './src/jobs/undoImport/undoImport'
import { watched } from './src/jobs/watched'
import { queryRules } from './src/lib/graphql/queryRules'
import { lockDoors } from './src/lib/lockDoors'
import { loggerOptions, quietErrors } from './src/lib/logging/loggerOptions'
import { readSettings } from './src/lib/settings'
import { migrations } from './src/migrations'
import { refreshCaseSearch } from './src/services/cases/refreshCaseSearch'
import { seedAllowedDomains } from './src/services/registration/seedAllowedDomains'
import { requireSessions } from './src/services/sessions/authenticateSession'
import { createAttemptCounter } from './src/store/createAttemptCounter'
import { portalDatabase } from './src/store/portalDatabase'

// The mail adapter exists as 3.90.1 only; package.json overrides its exact peer, and the check at start would refuse it.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER ??= 'true'

const baseDir = dirname(fileURLToPath(import.meta.url))
const settings = readSettings(process.env)

/** Imports run one after the other and keep nothing else waiting. */
const runners = [
  { queue: 'imports', cron: '* * * * * *', limit: 1, disableScheduling: true, silent: { info: true } },
  // A failed try is told by the mail itself.
  { queue: 'mails', cron: '*/2 * * * * *', limit: 5, disableScheduling: true, silent: true },
  { queue: 'default', cron: '*/5 * * * * *', silent: { info: true } },
]

const config = buildConfig({
  secret: settings.secret,
  serverURL: settings.publicUrl,
  db: portalDatabase({
    uri: settings.databaseUri,
    migrations,
    migrationDir: `${baseDir}/src/migrations`,
  }),
  email: mailAdapter(settings),
  editor: lexicalEditor(),
  collections: [
    Cases,
    IcdCodes,
    IcdCatalogue,
    Imports,
    ImportBlocks,
    reports(settings),
    YearlySummaries,
    ReportRuns,
    AuditLog,
    AuditSeals,
    AuditHeads,
    Erasures,
    Users,
    Invitations,
    AllowedDomains,
    AddressConfirmations,
    MfaSecrets,
    RecoveryCodes,
    Sessions,
    RefreshTokens,
    Notifications,
    NotificationEvents,
    Mails,
  ],
  globals: [Settings],
  endpoints: [
    ...importEndpoints,
    ...codingEndpoints,
    ...healthEndpoints,
    ...authEndpoints,
    apiDocumentEndpoint,
  ],
  hooks: { afterError: [recordFailedSignIn, renderError] },
  onInit: async (payload) => {
    payload.config.custom.attempts = createAttemptCounter(payload)
    requireSessions(payload)
    await seedAllowedDomains(payload)
    await refreshCaseSearch(payload)
  },
  custom: { mfaPolicy: settings.mfaPolicy, dataDir: settings.dataDir, s3: settings.s3 },
  admin: {
    user: 'users',
    dateFormat: 'dd.MM.yyyy',
    avatar: 'default',
    importMap: { baseDir },
    meta: {
      titleSuffix: '· DAK Zweitmeinungs-Portal',
      description: 'Medizinische Zweitmeinungen der DAK-Gesundheit',
      keywords: '',
      // No picture with an address of this installation in the head of every page.
      defaultOGImageType: 'off',
      openGraph: { siteName: 'DAK Zweitmeinungs-Portal', title: 'DAK Zweitmeinungs-Portal', description: '' },
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }],
    },
    components: {
      graphics: {
        Icon: '/src/components/nav/PortalIcon#PortalIcon',
        Logo: '/src/components/nav/PortalLogo#PortalLogo',
      },
      providers: ['/src/components/nav/KeepSignedIn#KeepSignedIn'],
      actions: ['/src/components/nav/NotificationBell#NotificationBell'],
      beforeNavLinks: ['/src/components/nav/PortalNavLinks#PortalNavLinks'],
      views: {
        dashboard: { Component: '/src/components/views/DashboardView#DashboardView' },
        importFile: {
          Component: '/src/components/views/ImportView#ImportView',
          path: '/import',
          exact: false,
          meta: { title: 'Import' },
        },
        icdQueue: {
          Component: '/src/components/views/IcdQueueView#IcdQueueView',
          path: '/icd',
          meta: { title: 'ICD-Eingabe' },
        },
        codingQueue: {
          Component: '/src/components/views/CodingQueueView#CodingQueueView',
          path: '/codierung',
          meta: { title: 'Codierung' },
        },
        reports: {
          Component: '/src/components/views/ReportsView#ReportsView',
          path: '/berichtswesen',
          meta: { title: 'Berichtswesen' },
        },
        invitations: {
          Component: '/src/components/views/InvitationsView#InvitationsView',
          path: '/einladungen',
          meta: { title: 'Einladungen' },
        },
        mails: {
          Component: '/src/components/views/MailsView#MailsView',
          path: '/mails',
          meta: { title: 'E-Mails' },
        },
        security: {
          Component: '/src/components/views/SecurityView#SecurityView',
          path: '/konto',
          meta: { title: 'Mein Konto' },
        },
        api: {
          Component: '/src/components/views/ApiView#ApiView',
          path: '/schnittstelle',
          meta: { title: 'Schnittstelle' },
        },
        auditLog: {
          Component: '/src/components/views/AuditLogView#AuditLogView',
          path: '/protokoll',
          meta: { title: 'Protokoll' },
        },
        erasure: {
          Component: '/src/components/views/ErasureView#ErasureView',
          path: '/loeschung',
          meta: { title: 'Löschung' },
        },
        login: { Component: '/src/components/views/LoginView#LoginView' },
        unauthorized: { Component: '/src/components/views/UnauthorizedView#UnauthorizedView' },
      },
    },
  },
  i18n: { supportedLanguages: { de, en }, fallbackLanguage: 'de', translations: portalTranslations },
  defaultDepth: 1,
  maxDepth: 2,
  telemetry: false,
  jobs: {
    access: jobsAccess,
    tasks: [
      applyImport,
      applyRetention,
      erase,
      undoImport,
      expirePreviews,
      generateWeeklyReport,
      notify,
      removeOldNotifications,
      removeReportFile,
      sealAudit,
      sendAccountMail,
      sendEmail,
    ].map(watched),
    // Started by src/startServer.ts, and by Next with the first request; a web node apart from its workers has none.
    autoRun: settings.role === 'web' ? [] : runners,
  },
  graphQL: {
    disableIntrospectionInProduction: true,
    disablePlaygroundInProduction: true,
    mutations: portalMutations,
    validationRules: queryRules,
  },
  logger: { options: loggerOptions(settings) },
  loggingLevels: quietErrors,
  // `npm run generate` makes them; otherwise each start outside production would, in a process of its own.
  typescript: { autoGenerate: false, outputFile: `${baseDir}/src/payload-types.ts` },
})

export default config.then(lockDoors).then(keepInternals).then(recordEveryWrite)
