import type { NameForm, Spelling } from '../../cases/nameForm'
import { spellingDifference } from './spellingDifference'

/** Words that one name has and the other has not: a second Vorname is often left out, a second Nachname married. */
const missingWords = { vorname: 4, nachname: 8 }
/** The same words in another order. */
const otherOrder = 4
/** An initial in place of a Vorname. */
const initial = 6

type Kind = keyof typeof missingWords

/** How much speaks against two names being the same, in points; `null` when they are two names. */
export function nameDifference({
  left,
  right,
  kind,
}: {
  left: NameForm
  right: NameForm
  kind: Kind
}): number | null {
  const isVorname = kind === 'vorname'
  const spelling = spellingDifference({ left, right, isVorname })
  return spelling ?? wordsDifference({ ...inOrder(left, right), isVorname })
}

/** Every word of the shorter name must be found in the longer one. */
function wordsDifference({
  shorter,
  longer,
  isVorname,
}: {
  shorter: readonly Spelling[]
  longer: readonly Spelling[]
  isVorname: boolean
}): number | null {
  const isComplete = shorter.length === longer.length
  const rest = [...longer]
  let points = isComplete ? 0 : missingWords[isVorname ? 'vorname' : 'nachname']
  for (const word of shorter) {
    const found = closest({ word, rest, isVorname })
    if (!found) return null
    rest.splice(found.index, 1)
    points += found.points
  }
  return isComplete && shorter.length > 1 ? points + otherOrder : points
}

function closest({
  word,
  rest,
  isVorname,
}: {
  word: Spelling
  rest: readonly Spelling[]
  isVorname: boolean
}) {
  let best: { index: number; points: number } | null = null
  for (const [index, other] of rest.entries()) {
    const points = wordDifference({ left: word, right: other, isVorname })
    if (points !== null && (best === null || points < best.points)) best = { index, points }
  }
  return best
}

function wordDifference(words: { left: Spelling; right: Spelling; isVorname: boolean }): number | null {
  const [left, right] = [words.left.text, words.right.text]
  const isInitial = words.isVorname && (left.length === 1 || right.length === 1) && left[0] === right[0]
  return left !== right && isInitial ? initial : spellingDifference(words)
}

/** Which of the two is looked for in which, whichever comes first. */
function inOrder(left: NameForm, right: NameForm) {
  const isLeftFirst =
    left.words.length === right.words.length ? left.text < right.text : left.words.length < right.words.length
  return isLeftFirst
    ? { shorter: left.words, longer: right.words }
    : { shorter: right.words, longer: left.words }
}
