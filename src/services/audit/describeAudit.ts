import type { PayloadRequest } from 'payload'
import { unknownAccount } from '../../domain/audit/auditEntry'
import { actionLabels, fileLabels } from '../../domain/audit/auditLabels'
import { auditPath } from '../../domain/audit/auditPath'
import { type AuditField, auditValueText } from '../../domain/audit/auditValueText'
import type { DescribedChange, DescribedEntry } from '../../domain/audit/describedEntry'
import type { StoredEntry } from '../../domain/audit/seals/canonicalEntry'
import type { Language } from '../../domain/language'
import { describeDevice } from '../../domain/users/describeDevice'
import { languageOf } from '../../lib/language'
import { entityLabel, findAuditField } from './auditFields'
import { namesOfUsers } from './namesOfUsers'
import { titlesOfEntities } from './titlesOfEntities'

type Change = StoredEntry['changes'][number]
type Describing = { req: PayloadRequest; language: Language; nameOf: (id: string) => string }

/** Entries in words, in the language of the request: labels, days, names, and what things are called. */
export async function describeAudit({
  req,
  entries,
}: {
  req: PayloadRequest
  entries: readonly StoredEntry[]
}): Promise<DescribedEntry[]> {
  const { payload } = req
  const titles = await titlesOfEntities({ payload, entries })
  const names = await namesOfUsers({ payload, ids: entries.flatMap((entry) => peopleIn({ req, entry })) })
  const describing = { req, language: languageOf(req), nameOf: (id: string) => names.get(id) ?? id }
  return entries.map((entry) => {
    const known = titles.get(`${entry.entityType} ${entry.entityId}`)
    return {
      ...describe({ ...describing, entry }),
      entityTitle: known?.title || plainTitle({ ...describing, entry }),
      path: known?.isThere === false && isDocument(entry) ? null : pathOf(entry),
    }
  })
}

function describe({ req, language, nameOf, entry }: Describing & { entry: StoredEntry }) {
  const { id, at, user, action, entityType, entityId, changes, ip, userAgent } = entry
  return {
    id,
    at,
    user: user === null ? null : nameOf(user),
    action,
    // Entries of earlier versions may say what nobody does any more.
    actionLabel: actionLabels[action]?.[language] ?? action,
    entityType,
    entityLabel: entityLabel({ payload: req.payload, entityType })[language],
    entityId,
    changes: changes.map((change) => describeChange({ req, language, nameOf, entry, change })),
    ip,
    device: describeDevice(userAgent),
  }
}

function describeChange({
  language,
  nameOf,
  change,
  ...of
}: Describing & { entry: StoredEntry; change: Change }): DescribedChange {
  const field = fieldOf({ ...of, change })
  const text = (value: unknown) => auditValueText({ value, field, language, nameOf })
  const isHidden = change.old === null && change.new === null
  return {
    field: change.field,
    label: field.label[language],
    old: text(change.old),
    new: text(change.new),
    isHidden,
  }
}

function fieldOf({
  req: { payload },
  entry: { entityType },
  change: { field },
}: {
  req: PayloadRequest
  entry: StoredEntry
  change: Change
}): AuditField {
  return findAuditField({ payload, entityType, field })
}

/** Everybody whom an entry names by their id. */
function peopleIn({ req, entry }: { req: PayloadRequest; entry: StoredEntry }): string[] {
  const named = entry.changes.flatMap((change) =>
    fieldOf({ req, entry, change }).kind === 'user' ? [change.old, change.new] : [],
  )
  return [entry.user, ...named].flatMap((id) => (typeof id === 'string' ? [id] : []))
}

function plainTitle({
  language,
  entry: { entityType, entityId },
}: Describing & { entry: StoredEntry }): string {
  if (entityType === 'settings') return ''
  if (entityType === 'files')
    return Object.hasOwn(fileLabels, entityId)
      ? fileLabels[entityId as keyof typeof fileLabels][language]
      : entityId
  if (entityId === unknownAccount) return language === 'de' ? 'unbekannt' : 'unknown'
  return entityId
}

/** Whether it can be looked up whether the thing is still there. */
function isDocument({ entityType }: StoredEntry): boolean {
  return !['settings', 'icd-catalogue', 'files', 'audit-log'].includes(entityType)
}

function pathOf({ entityType, entityId }: StoredEntry): string | null {
  return entityId === unknownAccount ? null : auditPath({ entityType, id: entityId })
}
