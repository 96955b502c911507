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
  if (spelling !== null) return spelling
  const [only, other] = [left.words[0], right.words[0]]
  // Of one word each, the words are the names: only an initial is still open.
  if (only && other && left.words.length === 1 && right.words.length === 1)
    return isVorname && isInitial(only, other) ? initial : null
  const [shorter, longer] = isInOrder(left, right) ? [left, right] : [right, left]
  return wordsDifference({ shorter: shorter.words, longer: longer.words, isVorname })
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
  const { left, right, isVorname } = words
  return isVorname && isInitial(left, right) ? initial : spellingDifference(words)
}

function isInitial({ text: left }: Spelling, { text: right }: Spelling): boolean {
  return left !== right && (left.length === 1 || right.length === 1) && left[0] === right[0]
}

/** Which of the two is looked for in which, whichever comes first. */
function isInOrder(left: NameForm, right: NameForm): boolean {
  const more = right.words.length - left.words.length
  return more === 0 ? left.text < right.text : more > 0
}
