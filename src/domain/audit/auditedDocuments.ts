import { caseFieldNames } from '../cases/caseFields'
import { summaryColumns } from '../reports/summaryColumns'

/** Which fields of a document its entries name, and which they never do: secrets, what follows from others, counters. */
export type AuditedDocument = { fields: readonly string[]; never: readonly string[] }

/*
 * What is written down of every write, and what is not. `hooks/recordEveryWrite.ts` reads from here, and the portal does
 * not start with a collection, a global or a field of one that is not named here.
 */

export const auditedCollections = {
  cases: {
    fields: caseFieldNames.filter((name) => name !== 'updatedBy'),
    never: ['updatedBy', 'statistik', 'personKey', 'namesKey', 'nachnameSort', 'vornameSort'],
  },
  users: {
    fields: [
      'username',
      'email',
      'role',
      'isActive',
      'mustChangePassword',
      'awaitsConfirmation',
      'language',
      'mailOf',
    ],
    never: [
      'hash',
      'salt',
      'resetPasswordToken',
      'resetPasswordExpiration',
      'resetPasswordRequestedAt',
      'loginAttempts',
      'lockUntil',
      'sessionEpoch',
      'lastLogin',
      // Of the second factor; turning it on and off has entries of its own.
      'mfaEnabled',
      'mfaEnrolmentRequired',
    ],
  },
  'allowed-domains': { fields: ['domain', 'role', 'isActive'], never: [] },
  invitations: {
    fields: ['role', 'email', 'expiresAt', 'usedAt', 'usedBy', 'createdBy', 'revokedAt'],
    never: ['tokenHash', 'state'],
  },
  'yearly-summaries': { fields: ['jahr', 'kw', ...summaryColumns, 'source'], never: ['generatedAt'] },
  reports: {
    fields: ['jahr', 'kw', 'version'],
    never: [
      // Follows from the versions there are.
      'isCurrent',
      'data',
      'generatedBy',
      'generatedAt',
      'run',
      'url',
      'thumbnailURL',
      'filename',
      'mimeType',
      'filesize',
      'width',
      'height',
      'focalX',
      'focalY',
    ],
  },
  imports: {
    fields: ['filename', 'kind', 'status'],
    never: [
      'total',
      'created',
      'updated',
      'skipped',
      'failed',
      'counts',
      'decisions',
      'corrections',
      'planVersion',
      'failure',
      'columns',
      'format',
      'problems',
      'by',
      'appliedAt',
      'undoneAt',
      'undoResult',
      'rowsErasedAt',
      'isUndoing',
    ],
  },
  'icd-catalogue': { fields: ['code', 'title', 'terminal', 'usage', 'year'], never: [] },
  mails: {
    fields: ['to', 'subject'],
    never: [
      'content',
      'messageId',
      'status',
      'takenAt',
      'tries',
      'lastTriedAt',
      'nextTryAt',
      'failure',
      'failureDetail',
      'notification',
    ],
  },
} as const satisfies Record<string, AuditedDocument>

export const auditedGlobals = {
  settings: {
    fields: ['mfaPolicy', 'duplicates', 'reports', 'imports', 'notifications', 'retention', 'mailTexts'],
    never: [],
  },
} as const satisfies Record<string, AuditedDocument>

/** Collections and globals that are written without entries, and why. */
export const technicalDocuments = {
  'audit-log': 'the entries themselves',
  'audit-seals': 'what seals them',
  'audit-heads': 'what seals them',
  erasures: 'asking for one and each erased case have entries of their own',
  'icd-codes': 'follow from the cases',
  'import-blocks': 'the plan of an import, whose entries tell what became of it',
  'report-runs': 'the schedule’s',
  notifications: 'what the portal tells people, who can only mark it read',
  'notification-events': 'what is still to be told',
  'address-confirmations': 'tokens; registering and confirming have entries of their own',
  'mfa-secrets': 'secrets; setting up, enabling and disabling have entries of their own',
  'recovery-codes': 'secrets; renewing and using them have entries of their own',
  sessions: 'logins, logouts and ended sessions have entries of their own',
  'refresh-tokens': 'tokens; that one is used twice has an entry of its own',
  'payload-locked-documents': 'who is editing what',
  'payload-preferences': 'how someone has the panel look',
  'payload-jobs': 'work to be done',
  'payload-jobs-stats': 'work to be done',
  'payload-kv': 'Payload’s notes',
  'payload-migrations': 'what the schema has been through',
} as const satisfies Record<string, string>

export type AuditedCollection = keyof typeof auditedCollections
export type AuditedName = AuditedCollection | keyof typeof auditedGlobals

/** Whether the writes of a collection are written down. */
export function isAuditedCollection(slug: string): slug is AuditedCollection {
  return Object.hasOwn(auditedCollections, slug)
}
