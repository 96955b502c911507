import type { DraftRow } from './draftRows'

/** What certain duplicates of the rows would be found by; rows in error are nobody's duplicate. */
export function duplicateKeysOf(drafts: readonly DraftRow[]): { tickets: string[]; personKeys: string[] } {
  const tickets = new Set<string>()
  const personKeys = new Set<string>()
  for (const { ruled } of drafts) {
    if (typeof ruled?.values.crmTicketId === 'string') tickets.add(ruled.values.crmTicketId)
    if (ruled?.search.personKey) personKeys.add(ruled.search.personKey)
  }
  return { tickets: [...tickets], personKeys: [...personKeys] }
}
