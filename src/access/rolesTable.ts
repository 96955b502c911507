import { admin, adminOrLocksOf, adminOrOwn, anybody, everyone, nobody, openAt, own, type Rule } from './rule'

/*
 * Who may do what, all of it (SPEC §1). Collections, fields, endpoints, views, Payload's own doors and the test
 * tests/int/rolesMatrix.test.ts read from here; the portal does not start with something that is not named here, or
 * with something named here that does not exist (`lib/lockDoors.ts`).
 *
 *   anybody      signed in or not                     admin            admins
 *   everyone     whoever is signed in                 adminOrOwn(…)    admins, others what carries their id in the field
 *   nobody       the portal's own code alone          own(…)           everyone what carries their id in the field
 *
 * Everyone but `anybody` is active and stands at no gate: a password to change, a second factor to set up.
 */

const closed = { read: nobody, create: nobody, update: nobody, delete: nobody, panel: nobody }
const atGates = ['passwordChangeRequired', 'mfaEnrolmentRequired'] as const

/** `panel`: who finds it in the panel. */
export const collections = {
  cases: { read: everyone, create: admin, update: everyone, delete: admin, panel: everyone },
  'icd-codes': { read: everyone, create: nobody, update: nobody, delete: nobody, panel: everyone },
  'icd-catalogue': { read: everyone, create: nobody, update: nobody, delete: nobody, panel: everyone },
  imports: { read: adminOrOwn('by'), create: nobody, update: nobody, delete: nobody, panel: admin },
  'import-blocks': closed,
  reports: { read: everyone, create: nobody, update: nobody, delete: admin, panel: everyone },
  'report-runs': closed,
  'yearly-summaries': { read: everyone, create: admin, update: admin, delete: admin, panel: everyone },
  'audit-log': { read: admin, create: nobody, update: nobody, delete: nobody, panel: nobody },
  'audit-seals': closed,
  'audit-heads': closed,
  erasures: { read: admin, create: nobody, update: nobody, delete: nobody, panel: nobody },
  users: {
    // `GET /api/users/me` shows one's own account at a gate too.
    read: openAt(adminOrOwn('id'), ...atGates),
    create: admin,
    update: adminOrOwn('id'),
    delete: admin,
    unlock: admin,
    admin: everyone,
    panel: admin,
  },
  notifications: { read: own('recipient'), create: nobody, update: nobody, delete: nobody, panel: nobody },
  'notification-events': closed,
  mails: { read: admin, create: nobody, update: nobody, delete: admin, panel: nobody },
  invitations: { read: admin, create: nobody, update: nobody, delete: nobody, panel: nobody },
  'allowed-domains': { read: admin, create: admin, update: admin, delete: admin, panel: admin },
  'address-confirmations': closed,
  'mfa-secrets': closed,
  'recovery-codes': closed,
  sessions: closed,
  'refresh-tokens': closed,

  // Payload's own. Who is editing a case is seen, and taken over, by everyone who may edit it.
  'payload-locked-documents': {
    read: adminOrLocksOf('cases'),
    create: nobody,
    update: adminOrLocksOf('cases'),
    delete: adminOrLocksOf('cases'),
    panel: nobody,
  },
  'payload-preferences': {
    read: own('user.value'),
    create: everyone,
    update: own('user.value'),
    delete: own('user.value'),
    panel: nobody,
  },
  'payload-jobs': closed,
  'payload-kv': closed,
  'payload-migrations': closed,
} satisfies Record<string, CollectionRules>

export const globals = {
  settings: { read: admin, update: admin, panel: admin },
  'payload-jobs-stats': { read: nobody, update: nobody, panel: nobody },
} satisfies Record<string, GlobalRules>

const ofAdmins = { create: admin, update: admin }
const derived = { create: nobody, update: nobody }
const hidden = { read: nobody, create: nobody, update: nobody }

/** What of a document narrower rules apply to than to the whole; `*` is every field that is not named. */
export const fields = {
  cases: {
    '*': ofAdmins,
    icd: { create: admin, update: everyone },
    notizen: { read: admin, ...ofAdmins },
    createdAt: derived,
    statistik: hidden,
    personKey: hidden,
    namesKey: hidden,
    nachnameSort: hidden,
    vornameSort: hidden,
  },
  invitations: { tokenHash: hidden },
  users: {
    // It lets people in by its domain, and new passwords go to it.
    email: ofAdmins,
    role: ofAdmins,
    isActive: ofAdmins,
    mustChangePassword: ofAdmins,
    awaitsConfirmation: derived,
    mfaEnabled: derived,
    mfaEnrolmentRequired: derived,
    lastLogin: derived,
    sessionEpoch: hidden,
  },
  notifications: { key: hidden },
  mails: { content: hidden },
  erasures: { target: hidden },
} satisfies Partial<Record<keyof typeof collections, Record<string, FieldRules>>>

/** The portal's own endpoints. */
export const endpoints = {
  'GET /api/health': anybody,
  'GET /api/ready': anybody,
  'GET /api/openapi.json': everyone,
  'POST /api/auth/token': anybody,
  'POST /api/auth/refresh': anybody,
  'POST /api/auth/revoke': anybody,

  'POST /api/users/register': anybody,
  'POST /api/users/confirm-address': anybody,
  'POST /api/users/forgot-password': anybody,
  'POST /api/users/change-password': openAt(own('id'), ...atGates),
  'POST /api/users/mfa/setup': openAt(own('id'), 'mfaEnrolmentRequired'),
  'POST /api/users/mfa/verify': openAt(own('id'), 'mfaEnrolmentRequired'),
  'POST /api/users/mfa/disable': own('id'),
  'POST /api/users/mfa/recovery-codes': own('id'),
  'POST /api/users/:id/mfa/reset': admin,
  'GET /api/users/sessions': own('user'),
  'DELETE /api/users/sessions': own('user'),
  'DELETE /api/users/sessions/:id': own('user'),
  'DELETE /api/users/:id/sessions': admin,

  'POST /api/invitations': admin,
  'GET /api/invitations/list': admin,
  'POST /api/invitations/:id/revoke': admin,
  'POST /api/invitations/:id/mail': admin,

  'GET /api/cases/pending-icd': everyone,
  'PUT /api/cases/:id/icd': everyone,
  'GET /api/cases/coding-template': everyone,
  'GET /api/icd-catalogue/search': everyone,
  'GET /api/icd-catalogue/codes': everyone,
  'GET /api/cases/pending-coding': admin,
  'PUT /api/cases/:id/coding': admin,
  'GET /api/coding/queue': admin,
  'PUT /api/coding/:id': admin,
  'PUT /api/coding': admin,

  'POST /api/import/csv': admin,
  'POST /api/import/csv/confirm': admin,
  'POST /api/import/icd-xlsx': everyone,
  'POST /api/import/icd-xlsx/confirm': everyone,
  'POST /api/import/historical': admin,
  'POST /api/import/historical/confirm': admin,
  'POST /api/import/berichtswesen': admin,
  'POST /api/import/berichtswesen/confirm': admin,
  'GET /api/admin/excel-sync': admin,
  'POST /api/admin/excel-sync': admin,
  'POST /api/admin/excel-sync/confirm': admin,
  'GET /api/import/log': adminOrOwn('by'),
  'GET /api/import/:id': adminOrOwn('by'),
  'GET /api/import/:id/rows': adminOrOwn('by'),
  'GET /api/import/:id/errors': adminOrOwn('by'),
  // Planned anew by whoever may bring such a file.
  'POST /api/import/:id/plan': adminOrOwn('by'),
  'POST /api/import/:id/undo': adminOrOwn('by'),

  'GET /api/reports/dashboard': everyone,
  'GET /api/reports/analyses': everyone,
  'GET /api/reports/analyses/xlsx': everyone,
  'GET /api/reports/analyses/csv': everyone,
  'GET /api/reports/weekly/:jahr/:kw': everyone,
  'POST /api/reports/generate': admin,
  'GET /api/reports/list': everyone,
  'GET /api/reports/download/:id': everyone,

  'GET /api/notifications': own('recipient'),
  'PUT /api/notifications/read-all': own('recipient'),
  'PUT /api/notifications/:id/read': own('recipient'),
  'GET /api/audit-log/list': admin,
  'GET /api/audit-log/xlsx': admin,
  'GET /api/audit-log/csv': admin,

  'GET /api/erasures/list': admin,
  'POST /api/erasures/search': admin,
  'POST /api/erasures': admin,
  'GET /api/erasures/retention': admin,
  'POST /api/erasures/retention': admin,

  'GET /api/mails/undelivered': admin,
  'GET /api/mails/preview': admin,
  'POST /api/mails/:id/send-again': admin,
} satisfies Record<string, Rule>

/** Pages of the panel by their name in payload.config.ts; Payload shows them to anybody unless they ask. */
export const views = {
  dashboard: everyone,
  importFile: everyone,
  icdQueue: everyone,
  codingQueue: admin,
  reports: everyone,
  invitations: admin,
  mails: admin,
  api: everyone,
  auditLog: admin,
  erasure: admin,
  security: openAt(everyone, ...atGates),
  login: anybody,
  unauthorized: anybody,
} satisfies Record<string, Rule>

/** Views of a document beside its form, by collection and name; Payload shows them to whoever may read the document. */
export const documentViews = { 'cases.verlauf': admin } satisfies Record<string, Rule>

/** Running, queueing and cancelling jobs from outside. */
export const jobs = { run: nobody, queue: nobody, cancel: nobody } satisfies Record<string, Rule>

/** Payload's endpoints that only some collections have. */
export const payloadEndpoints = {
  'GET /api/access': everyone,
  'POST /api/users/login': anybody,
  'POST /api/users/logout': anybody,
  'GET /api/users/me': anybody,
  'GET /api/users/init': nobody,
  'POST /api/users/refresh-token': openAt(own('id'), 'mfaEnrolmentRequired'),
  // The portal's own stands before it.
  'POST /api/users/forgot-password': nobody,
  'POST /api/users/reset-password': anybody,
  'POST /api/users/unlock': admin,
  // Accounts begin with `npm run create-admin`; addresses are not verified by Payload.
  'POST /api/users/first-register': nobody,
  'POST /api/users/verify/:id': nobody,
  'GET /api/reports/file/:filename': everyone,
  'GET /api/reports/paste-url/:id?': nobody,
  'GET /api/payload-preferences/:key': own('user.value'),
  'POST /api/payload-preferences/:key': own('user.value'),
  'DELETE /api/payload-preferences/:key': own('user.value'),
  'POST /api/payload-preferences/:id/duplicate': nobody,
  'GET /api/payload-jobs/run': jobs.run,
  'GET /api/payload-jobs/handle-schedules': jobs.run,
} satisfies Record<string, Rule>

/** Payload's endpoints of each collection: the operation whose rule they stand under. Versions are kept of none. */
export const collectionEndpoints = {
  'GET /': 'read',
  'GET /:id': 'read',
  'GET /count': 'read',
  'POST /': 'create',
  'POST /:id/duplicate': 'create',
  'PATCH /': 'update',
  'PATCH /:id': 'update',
  'DELETE /': 'delete',
  'DELETE /:id': 'delete',
  // What one may do, which is what the rules say.
  'POST /access/:id?': everyone,
  'GET /versions': nobody,
  'GET /versions/:id': nobody,
  'POST /versions/:id': nobody,
} satisfies Record<string, Operation | Rule>

/** The same of each global. */
export const globalEndpoints = {
  'GET /': 'read',
  'POST /': 'update',
  'POST /access': everyone,
  'GET /versions': nobody,
  'GET /versions/:id': nobody,
  'POST /versions/:id': nobody,
} satisfies Record<string, 'read' | 'update' | Rule>

export type Operation = 'read' | 'create' | 'update' | 'delete'

export type CollectionRules = Readonly<Record<Operation | 'panel', Rule>> & {
  /** Of accounts: taking a lock off, and entering the panel. */
  readonly unlock?: Rule
  readonly admin?: Rule
}
export type GlobalRules = Readonly<Record<'read' | 'update' | 'panel', Rule>>
export type FieldRules = Readonly<Record<'create' | 'update', Rule> & { read?: Rule }>
