import type { DraftRow } from './draftRows'

/** What certain duplicates of the rows would be found by; rows in error are nobody's duplicate. */
export function duplicateKeysOf(drafts: readonly DraftRow[]): { tickets: string[]; personKeys: string[] } {
  const tickets = new Set<string>()
  const personKeys = new Set<string>()
  for (const { values } of drafts) {
    if (typeof values?.crmTicketId === 'string') tickets.add(values.crmTicketId)
    if (values?.personKey) personKeys.add(values.personKey)
  }
  return { tickets: [...tickets], personKeys: [...personKeys] }
}
