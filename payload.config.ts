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
import { AuditLog } from './src/collections/AuditLog'
import { Cases } from './src/collections/Cases'
import { IcdCatalogue } from './src/collections/IcdCatalogue'
import { IcdCodes } from './src/collections/IcdCodes'
import { ImportBlocks } from './src/collections/ImportBlocks'
import { Imports } from './src/collections/Imports'
import { Mails } from './src/collections/Mails'
import { MfaSecrets } from './src/collections/MfaSecrets'
import { RecoveryCodes } from './src/collections/RecoveryCodes'
import { RefreshTokens } from './src/collections/RefreshTokens'
import { reports } from './src/collections/Reports'
import { Sessions } from './src/collections/Sessions'
import { Settings } from './src/collections/Settings'
import { Users } from './src/collections/Users'
import { YearlySummaries } from './src/collections/YearlySummaries'
import { portalTranslations } from './src/components/translations/portalTranslations'
import { mailAdapter } from './src/email/mailAdapter'
import { authEndpoints } from './src/endpoints/auth/endpoints'
import { codingEndpoints } from './src/endpoints/codingQueue/endpoints'
import { healthEndpoints } from './src/endpoints/health/endpoints'
import { importEndpoints } from './src/endpoints/importFiles/endpoints'
import { closeForeignSorts } from './src/hooks/closeForeignSorts'
import { keepInternals } from './src/hooks/keepInternals'
import { portalMutations } from './src/hooks/portalMutations'
import { renderError } from './src/hooks/renderError'
import { applyImport } from './src/jobs/applyImport/applyImport'
import { expirePreviews } from './src/jobs/expirePreviews/expirePreviews'
import { sendEmail } from './src/jobs/sendEmail/sendEmail'
import { undoImport } from './src/jobs/undoImport/undoImport'
import { queryRules } from './src/lib/graphql/queryRules'
import { lockDoors } from './src/lib/lockDoors'
import { readSettings } from './src/lib/settings'
import { migrations } from './src/migrations'
import { refreshCaseSearch } from './src/services/cases/refreshCaseSearch'
import { requireSessions } from './src/services/sessions/authenticateSession'
import { createAttemptCounter } from './src/store/createAttemptCounter'
import { portalDatabase } from './src/store/portalDatabase'

// The mail adapter exists as 3.90.1 only; package.json overrides its exact peer, and the check at start would refuse it.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER ??= 'true'

const baseDir = dirname(fileURLToPath(import.meta.url))
const settings = readSettings(process.env)

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
    AuditLog,
    Users,
    MfaSecrets,
    RecoveryCodes,
    Sessions,
    RefreshTokens,
    Mails,
  ],
  globals: [Settings],
  endpoints: [...importEndpoints, ...codingEndpoints, ...healthEndpoints, ...authEndpoints],
  hooks: { afterError: [renderError] },
  onInit: async (payload) => {
    payload.config.custom.attempts = createAttemptCounter(payload)
    requireSessions(payload)
    await refreshCaseSearch(payload)
  },
  custom: { mfaPolicy: settings.mfaPolicy },
  admin: {
    user: 'users',
    dateFormat: 'dd.MM.yyyy',
    avatar: 'default',
    importMap: { baseDir },
    meta: { titleSuffix: ' · DAK Zweitmeinungs-Portal' },
    components: {
      providers: ['/src/components/nav/KeepSignedIn#KeepSignedIn'],
      beforeNavLinks: ['/src/components/nav/PortalNavLinks#PortalNavLinks'],
      views: {
        dashboard: { Component: '/src/components/views/DashboardView#DashboardView' },
        importFile: {
          Component: '/src/components/views/ImportView#ImportView',
          path: '/import',
          exact: false,
        },
        icdQueue: { Component: '/src/components/views/IcdQueueView#IcdQueueView', path: '/icd' },
        codingQueue: {
          Component: '/src/components/views/CodingQueueView#CodingQueueView',
          path: '/codierung',
        },
        reports: { Component: '/src/components/views/ReportsView#ReportsView', path: '/berichtswesen' },
        security: { Component: '/src/components/views/SecurityView#SecurityView', path: '/konto' },
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
    tasks: [applyImport, undoImport, expirePreviews, sendEmail],
    // Started by src/startServer.ts. Imports run one after the other and keep nothing else waiting.
    autoRun: [
      { queue: 'imports', cron: '* * * * * *', limit: 1, disableScheduling: true, silent: { info: true } },
      // A failed try is told by the mail itself.
      { queue: 'mails', cron: '*/5 * * * * *', limit: 5, disableScheduling: true, silent: true },
      { queue: 'default', cron: '*/5 * * * * *', silent: { info: true } },
    ],
  },
  graphQL: {
    disableIntrospectionInProduction: true,
    disablePlaygroundInProduction: true,
    mutations: portalMutations,
    validationRules: queryRules,
  },
  logger: { options: { level: settings.logLevel } },
  loggingLevels: { APIError: 'info', AppError: 'info', GraphQLError: 'info', QueryError: 'info' } as Record<
    string,
    'info'
  >,
  typescript: { outputFile: `${baseDir}/src/payload-types.ts` },
})

export default config.then(lockDoors).then(closeForeignSorts).then(keepInternals)
