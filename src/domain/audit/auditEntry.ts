import type { AuditedName } from './auditedDocuments'

/** A changed field, old → new; of a password only that it is another one. */
export type AuditChange = { field: string; old: unknown; new: unknown }

type Changes = { changes: AuditChange[] }
type Nothing = { details: Record<never, never> }
type Details<Carried extends Record<string, string | number | boolean | null>> = { details: Carried }

/** Why somebody was not let in; of the address and the password that were tried nothing is kept. */
export const signInFailures = ['password', 'code', 'locked', 'inactive', 'unknownAccount'] as const
export type SignInFailure = (typeof signInFailures)[number]

/** Files that leave the portal. */
export const downloadedFiles = [
  'report',
  'codingTemplate',
  'syncWorkbook',
  'errorFile',
  'analyses',
  'auditLog',
] as const
export type DownloadedFile = (typeof downloadedFiles)[number]

type Download = { file: DownloadedFile; filename: string; rows: number | null; filter: string | null }

/** What an entry says beyond who, when and from where: by what was done, on what it was, and what it carries. */
type Events = {
  create: { of: AuditedName } & Changes
  update: { of: AuditedName } & Changes
  delete: { of: AuditedName } & Changes
  open: { of: 'cases' } & Nothing
  erase: ({ of: 'cases' } & Nothing) | ({ of: 'imports' } & Details<{ rows: number }>)
  requestErasure: { of: 'erasures' } & Details<{ cases: number; reference: string | null }>

  preview: { of: 'imports' } & Details<{ filename: string; kind: string; rows: number }>
  replan: { of: 'imports' } & Details<{ decisions: number; corrections: number }>
  import:
    | ({ of: 'imports' } & Details<{ created: number; updated: number; skipped: number; failed: number }>)
    | ({ of: 'icd-catalogue' } & Details<{ total: number }>)
  undo: { of: 'imports' } & Details<{ reversed: number; kept: number; failed: number }>
  expire: { of: 'imports' } & Nothing
  report: { of: 'reports' } & Changes
  download: { of: 'files' | 'reports' | 'imports' } & Details<Download>

  login: { of: 'users' } & Details<{ session: 'panel' | 'api' }>
  loginFailed: { of: 'users' } & Details<{ reason: SignInFailure }>
  lock: { of: 'users' } & Details<{ until: string }>
  unlock: { of: 'users' } & Nothing
  logout: { of: 'users' } & Details<{ sessions: number }>
  endSessions: { of: 'users' } & Details<{ sessions: number }>
  reuseToken: { of: 'users' } & Details<{ sessions: number }>
  changePassword: { of: 'users' } & Changes
  requestPasswordReset: { of: 'users' } & Nothing
  resetPassword: { of: 'users' } & Nothing
  setUpMfa: { of: 'users' } & Nothing
  enableMfa: { of: 'users' } & Nothing
  disableMfa: { of: 'users' } & Nothing
  resetMfa: { of: 'users' } & Nothing
  renewRecoveryCodes: { of: 'users' } & Nothing
  useRecoveryCode: { of: 'users' } & Nothing
  register: { of: 'users' } & Changes
  confirmAddress: { of: 'users' } & Changes

  useInvitation: { of: 'invitations' } & Details<{ usedBy: string }>
  revokeInvitation: { of: 'invitations' } & Nothing
  mailInvitation: { of: 'invitations' } & Nothing
  sendAgain: { of: 'mails' } & Details<{ to: string; subject: string }>

  /** The values of sealed entries were replaced: `field` is an entry's number, old → new its digest (docs/decisions/029). */
  reseal: { of: 'audit-log' } & Changes
}

/** What the audit log knows of (SPEC §2). */
export type AuditAction = keyof Events

type EventOf<Action extends AuditAction, Carried = Events[Action]> = Carried extends { of: infer Of }
  ? { action: Action; entityType: Of; entityId: string } & Omit<Carried, 'of'>
  : never

/** Something that is written down: one of the actions, with what that carries. */
export type AuditEvent = { [Action in AuditAction]: EventOf<Action> }[AuditAction]

/** What an entry is about. */
export type AuditedType = AuditEvent['entityType']

type KeysOf<Union> = Union extends unknown ? keyof Union : never

/** The names of what entries carry other than changed fields. */
export type AuditDetail = KeysOf<Extract<AuditEvent, { details: unknown }>['details']>

/** An entry as it is stored. `at` is an ISO instant, `user` an id; what it carries stands among the changes. */
export type AuditEntry = {
  at: string
  user: string | null
  action: AuditAction
  entityType: AuditedType
  entityId: string
  changes: AuditChange[]
  ip: string | null
  userAgent: string | null
}

/** Who asked, when and from where. */
export type AuditOrigin = Pick<AuditEntry, 'at' | 'user' | 'ip' | 'userAgent'>

/** Stands for the account where a login named none that there is. */
export const unknownAccount = 'unknown'

/** The entry of something that was done. */
export function auditEntryOf({ event, origin }: { event: AuditEvent; origin: AuditOrigin }): AuditEntry {
  const { action, entityType, entityId } = event
  const changes = 'changes' in event ? event.changes : carriedBy(event.details)
  return { action, entityType, entityId, changes, ...origin }
}

function carriedBy(details: Readonly<Record<string, unknown>>): AuditChange[] {
  return Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ field, old: null, new: value }))
}
