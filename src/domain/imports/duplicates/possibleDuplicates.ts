import type { CaseValues } from '../../cases/caseValues'
import type { DuplicateReason, SourceRow } from '../planItem'
import { type ComparedCase, comparedCase } from './comparedCase'
import type { Known } from './duplicateMatch'
import { duplicateScore } from './duplicateScore'

/** What the admin set: how far apart two cases of one KVNR may be, and the score from which two look alike. */
export type DuplicateLimits = { kvnrDays: number; minScore: number }

/** As much of a stored case as comparing needs. */
export type LookAlike = { id: string; values: CaseValues }

/** The best of the cases or earlier rows that a row may be the same as. */
export type PossibleMatch<Found extends LookAlike> = { known: Known<Found>; reasons: DuplicateReason[] }

type Candidate<Found extends LookAlike> = { known: Known<Found>; compared: ComparedCase }

type Ranked<Found extends LookAlike> = PossibleMatch<Found> & { score: number; days: number }

/** How many of a block are compared, the last ones: a file of one name, or a birth date that stands for none, may fill one. */
const maxCompared = 50

/**
 * Finds possible duplicates (SPEC §4): the same KVNR, or a score from the limit on, of the same group. Compared is only
 * what shares a key: KVNR, birth date, or how the names sound.
 */
export function createPossibleFinder<Found extends LookAlike>({
  existing,
  limits,
}: {
  existing: readonly Found[]
  limits: DuplicateLimits
}) {
  const blocks = new Map<string, Candidate<Found>[]>()

  function note(candidate: Candidate<Found>): void {
    for (const key of blockKeys(candidate.compared)) {
      const block = blocks.get(key)
      if (block) block.push(candidate)
      else blocks.set(key, [candidate])
    }
  }

  const inOrder = [...existing].sort((left, right) => (left.id < right.id ? -1 : 1))
  for (const found of inOrder)
    note({ known: { existing: found, earlier: null }, compared: comparedCase(found.values) })

  return {
    /** The best match of a case. */
    find(compared: ComparedCase): PossibleMatch<Found> | null {
      let best: Ranked<Found> | null = null
      for (const key of lookedUpKeys(compared)) {
        const block = blocks.get(key)
        if (!block) continue
        for (let index = Math.max(0, block.length - maxCompared); index < block.length; index += 1) {
          const match = matchOf({ compared, candidate: block[index] as Candidate<Found>, limits })
          if (match && (best === null || isBetter(match, best))) best = match
        }
      }
      return best && { known: best.known, reasons: best.reasons }
    },
    /** From now on the row counts as an earlier one. */
    note: (earlier: SourceRow, compared: ComparedCase) =>
      note({ known: { existing: null, earlier }, compared }),
  }
}

function blockKeys({ fallgruppe, namesKey, geburtsdatum, kvnr }: ComparedCase): string[] {
  const keys = [`${fallgruppe}|${namesKey}`]
  if (geburtsdatum !== null) {
    // The block of both, so that in a large one of either the likeliest are not lost.
    keys.push(`${fallgruppe}|${geburtsdatum}`, `${fallgruppe}|${namesKey}|${geburtsdatum}`)
  }
  if (kvnr !== null) keys.push(`${fallgruppe}|${kvnr}`)
  return keys
}

function lookedUpKeys(compared: ComparedCase): string[] {
  const keys = blockKeys(compared)
  if (compared.swappedKey !== null) keys.push(`${compared.fallgruppe}|${compared.swappedKey}`)
  return keys
}

function matchOf<Found extends LookAlike>({
  compared,
  candidate: { known, compared: other },
  limits: { kvnrDays, minScore },
}: {
  compared: ComparedCase
  candidate: Candidate<Found>
  limits: DuplicateLimits
}): Ranked<Found> | null {
  const days = Math.abs(compared.day - other.day)
  const score = duplicateScore(compared, other)
  const isSameKvnr = compared.kvnr !== null && compared.kvnr === other.kvnr && days <= kvnrDays
  if (!isSameKvnr && score < minScore) return null
  const reasons: DuplicateReason[] = isSameKvnr ? ['kvnr'] : []
  if (score >= minScore) reasons.push('score')
  return { known, reasons, score, days }
}

/** The same KVNR says most, then the score, then the day; a case comes before a row, and what was there first before the rest. */
function isBetter<Found extends LookAlike>(match: Ranked<Found>, best: Ranked<Found>): boolean {
  const order =
    Number(match.reasons.includes('kvnr')) - Number(best.reasons.includes('kvnr')) ||
    match.score - best.score ||
    best.days - match.days ||
    Number(match.known.existing !== null) - Number(best.known.existing !== null)
  return order > 0
}
