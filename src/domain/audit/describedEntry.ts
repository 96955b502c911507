import type { AuditAction, AuditedType } from './auditEntry'

/** An entry as people read it; everything is in words but the instant. */
export type DescribedEntry = {
  id: string
  /** An ISO instant. */
  at: string
  /** The name of whoever did it; `null` where it was nobody signed in, or the portal itself. */
  user: string | null
  action: AuditAction
  actionLabel: string
  entityType: AuditedType
  entityLabel: string
  entityId: string
  /** What the thing is called, its id where that is not known. */
  entityTitle: string
  /** Where it is, below the panel's address; `null` where it is no more. */
  path: string | null
  changes: DescribedChange[]
  ip: string | null
  device: string
}

/** A changed field in words; `isHidden` where the values are kept from everybody. */
export type DescribedChange = { field: string; label: string; old: string; new: string; isHidden: boolean }

/** The changes of an entry in one line: `Ort: Kiel → Lübeck; Telefon: 0431 12345`. */
export function changesText(changes: readonly DescribedChange[]): string {
  return changes.map(changeText).join('; ')
}

function changeText({ label, old, new: now, isHidden }: DescribedChange): string {
  if (isHidden) return label
  return old === '' ? `${label}: ${now}` : `${label}: ${old} → ${now || '–'}`
}
