import { isKvnr } from '../../insurance/kvnr'
import { birthDateDifference } from './birthDateDifference'
import type { ComparedCase } from './comparedCase'
import { editDistance } from './editDistance'
import { nameDifference } from './nameDifference'

/** Cases further apart are two cases, whoever's they are. */
export const maxScoreDays = 90

/** Points at `maxScoreDays`; fewer in proportion. */
const daysPoints = 20
/** Nachname and Vorname in each other's place. */
const namesSwapped = 5
/** A Vorname or a birth date that one has and the other has not. */
const oneIsEmpty = 4
/** Two numbers of right check digit that are no slip of each other. */
const otherKvnr = 17
/** What everything that differs weighs, by how many of Vorname and birth date are not known of both. */
const weights = [1, 2, 20] as const

/**
 * How much two cases look like one case that was entered twice, 0 to 100 (SPEC §4): 100 less points for everything that
 * differs, see docs/decisions/017. 0 when they are of two people, of two groups or too far apart.
 */
export function duplicateScore(left: ComparedCase, right: ComparedCase): number {
  const days = Math.abs(left.day - right.day)
  if (left.fallgruppe !== right.fallgruppe || days > maxScoreDays) return 0
  const birth = birthDifference(left.geburtsdatum, right.geburtsdatum)
  const names = birth && namesDifference(left, right)
  if (!birth || !names) return 0
  const weight = weights[birth.unknown + names.unknown] ?? 1
  const points = birth.points + names.points + kvnrDifference(left.kvnr, right.kvnr)
  return Math.max(0, 100 - weight * (points + Math.ceil((days * daysPoints) / maxScoreDays)))
}

type Difference = { points: number; unknown: 0 | 1 }

function birthDifference(left: string | null, right: string | null): Difference | null {
  if (left === null || right === null) return { points: left === right ? 0 : oneIsEmpty, unknown: 1 }
  const points = birthDateDifference(left, right)
  return points === null ? null : { points, unknown: 0 }
}

function namesDifference(left: ComparedCase, right: ComparedCase): Difference | null {
  const last = nameDifference({ left: left.nachname, right: right.nachname, kind: 'nachname' })
  if (!left.vorname || !right.vorname) {
    const points = left.vorname === right.vorname ? 0 : oneIsEmpty
    return last === null ? null : { points: last + points, unknown: 1 }
  }
  const first = nameDifference({ left: left.vorname, right: right.vorname, kind: 'vorname' })
  const straight = sumOf(last, first)
  if (straight === 0) return { points: 0, unknown: 0 }
  const swapped = sumOf(
    nameDifference({ left: left.nachname, right: right.vorname, kind: 'vorname' }),
    nameDifference({ left: left.vorname, right: right.nachname, kind: 'vorname' }),
  )
  const least = Math.min(straight ?? Infinity, (swapped ?? Infinity) + namesSwapped)
  return least === Infinity ? null : { points: least, unknown: 0 }
}

function sumOf(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left + right
}

function kvnrDifference(left: string | null, right: string | null): number {
  if (left === null || right === null || left === right) return 0
  return isKvnr(left) && isKvnr(right) && editDistance(left, right, 1) === null ? otherKvnr : 0
}
