import type { CaseValues } from '../../cases/caseValues'
import { namesKeys } from '../../cases/namesKey'
import type { DraftRow } from '../draftRows'
import type { DuplicateReason } from '../planItem'
import type { Known } from './duplicateMatch'
import { type ComparedCase, comparedCase, duplicateScore } from './duplicateScore'

/** What the admin set: how far apart two cases of one KVNR may be, and the score from which two look alike. */
export type DuplicateLimits = { kvnrDays: number; minScore: number }

/** As much of a stored case as comparing needs. */
export type LookAlike = { id: string; values: CaseValues }

/** The best of the cases or earlier rows that a row may be the same as. */
export type PossibleMatch<Found extends LookAlike> = { known: Known<Found>; reasons: DuplicateReason[] }

type Candidate<Found extends LookAlike> = { known: Known<Found>; compared: ComparedCase }

type Ranked<Found extends LookAlike> = PossibleMatch<Found> & { score: number; days: number }

/** How many of a block are compared, the last ones first: a file of one name, or a birth date that stands for none, may fill one. */
const maxCompared = 200

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

  function note(known: Known<Found>, values: CaseValues): void {
    const candidate = { known, compared: comparedCase(values) }
    for (const key of blockKeys(values)) {
      const block = blocks.get(key)
      if (block) block.push(candidate)
      else blocks.set(key, [candidate])
    }
  }

  const inOrder = [...existing].sort((left, right) => (left.id < right.id ? -1 : 1))
  for (const found of inOrder) note({ existing: found, earlier: null }, found.values)

  return {
    /** The best match of a row that is not in error. */
    find({ ruled }: DraftRow): PossibleMatch<Found> | null {
      if (!ruled) return null
      const compared = comparedCase(ruled.values)
      let best: Ranked<Found> | null = null
      for (const key of lookedUpKeys(ruled.values)) {
        for (const candidate of blocks.get(key)?.slice(-maxCompared) ?? []) {
          const match = matchOf({ compared, candidate, limits })
          if (match && (best === null || isBetter(match, best))) best = match
        }
      }
      return best && { known: best.known, reasons: best.reasons }
    },
    /** From now on the row counts as an earlier one; a row in error does not. */
    note({ source, ruled }: DraftRow): void {
      if (ruled) note({ existing: null, earlier: source }, ruled.values)
    },
  }
}

function blockKeys(values: CaseValues): string[] {
  const { fallgruppe, geburtsdatum, kvnr } = values
  const keys = [`${fallgruppe}|${namesKeys(values).own}`]
  if (geburtsdatum) keys.push(`${fallgruppe}|${geburtsdatum}`)
  if (kvnr) keys.push(`${fallgruppe}|${kvnr}`)
  return keys
}

function lookedUpKeys(values: CaseValues): string[] {
  const { swapped } = namesKeys(values)
  const keys = blockKeys(values)
  return swapped === null ? keys : [...keys, `${values.fallgruppe}|${swapped}`]
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
  const reasons: DuplicateReason[] = []
  if (compared.kvnr !== null && compared.kvnr === other.kvnr && days <= kvnrDays) reasons.push('kvnr')
  if (score >= minScore) reasons.push('score')
  return reasons.length > 0 ? { known, reasons, score, days } : null
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
