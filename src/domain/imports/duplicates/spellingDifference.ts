import type { Spelling } from '../../cases/nameForm'
import { editDistance } from './editDistance'

/** Names of so few letters are other names by one letter (Tim, Tom; Nina, Tina). */
const shortLetters = 4
/** Two slips of the keyboard are one too many in a shorter name. */
const longLetters = 8
/** A name of fewer letters has no misspelling. */
const minLetters = 3

type Names = { left: Spelling; right: Spelling; isVorname: boolean }

/**
 * How much speaks against two folded names being one name spelled in two ways, in points; `null` when they are two
 * names. What sounds the same counts half of what does not. Twins and siblings share their Nachname, so Vornamen are
 * taken more strictly.
 */
export function spellingDifference({ left, right, isVorname }: Names): number | null {
  if (left.text === right.text) return 0
  const letters = Math.max(left.text.length, right.text.length)
  if (letters < minLetters) return null
  const isAlike = left.sound === right.sound && left.sound !== ''
  const most = isAlike ? Math.max(maxSlips(letters), Math.floor(letters / 2)) : maxSlips(letters)
  if (haveOtherLetters({ left, right, most })) return null
  const slips = editDistance(left.text, right.text, most)
  if (slips === null) return null
  if (isVorname && isOtherVorname({ left: left.text, right: right.text, slips, isAlike })) return null
  return isAlike ? 2 + 2 * slips : 4 + 4 * slips
}

/** Whether more letters are in one text alone than that many slips can put there: told at once, and true of nearly every two. */
function haveOtherLetters({ left, right, most }: { left: Spelling; right: Spelling; most: number }): boolean {
  return bitsOf(left.letters & ~right.letters) > most || bitsOf(right.letters & ~left.letters) > most
}

function bitsOf(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function maxSlips(letters: number): number {
  return letters >= longLetters ? 2 : 1
}

/** Hanni and Nanni, Ralf and Rolf, Peter and Petra: alike, and two people. */
function isOtherVorname({
  left,
  right,
  slips,
  isAlike,
}: {
  left: string
  right: string
  slips: number
  isAlike: boolean
}): boolean {
  if (isAlike && slips > 1) return left.at(-1) !== right.at(-1)
  if (slips > 1 || !isReplaced({ left, right })) return false
  if (!isAlike && left[0] !== right[0]) return true
  const isShort = left.length <= shortLetters
  return isShort && !(isAlike && firstVowel(left) === firstVowel(right))
}

/** Whether one letter stands in another's place; neither one more nor two swapped. */
function isReplaced({ left, right }: { left: string; right: string }): boolean {
  return left.length === right.length && [...left].sort().join('') !== [...right].sort().join('')
}

function firstVowel(name: string): string | undefined {
  return /[aeiouy]/.exec(name)?.[0]
}
