import type { DraftRow } from './draftRows'
import { type DuplicateMatch, duplicateMatch, type Known } from './duplicates/duplicateMatch'
import type { DuplicateReason, ExistingCase } from './planItem'

/**
 * Finds certain duplicates (SPEC §4): the same ticket, or the same person key. The database comes before the file;
 * in the file the earlier row counts, whether it was created or skipped itself.
 */
export function createDuplicateFinder(existing: readonly ExistingCase[]) {
  const byTicket = new Map<unknown, Known>()
  const byPerson = new Map<unknown, Known>()
  for (const found of existing) {
    note({
      known: { existing: found, earlier: null },
      ticket: found.values.crmTicketId,
      person: found.personKey,
    })
  }

  function note({ known, ticket, person }: { known: Known; ticket: unknown; person: unknown }): void {
    if (ticket && !byTicket.has(ticket)) byTicket.set(ticket, known)
    if (person && !byPerson.has(person)) byPerson.set(person, known)
  }

  return {
    /** The match of a row that is not in error, which from now on counts as an earlier row. */
    find({ source, ruled }: DraftRow): DuplicateMatch | null {
      if (!ruled) return null
      const ticket = ruled.values.crmTicketId
      const person = ruled.search.personKey
      const matches: [DuplicateReason, Known | undefined][] = [
        ['crmTicketId', ticket ? byTicket.get(ticket) : undefined],
        ['person', person ? byPerson.get(person) : undefined],
      ]
      note({ known: { existing: null, earlier: source }, ticket, person })
      return matchOf(matches)
    },
  }
}

function matchOf(matches: [DuplicateReason, Known | undefined][]): DuplicateMatch | null {
  const found = matches.flatMap(([, known]) => known ?? [])
  const same = found.find((known) => known.existing !== null) ?? found[0]
  if (!same) return null
  const reasons = matches.filter(([, known]) => known && isSame(known, same)).map(([reason]) => reason)
  return duplicateMatch({ known: same, certainty: 'certain', reasons })
}

function isSame(left: Known, right: Known): boolean {
  return left.existing === right.existing && left.earlier === right.earlier
}
