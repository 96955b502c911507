import { foldWords } from './foldName'
import { koelnerPhonetik } from './koelnerPhonetik'

/** A folded text, how it sounds, and which letters are in it: a bit for each, see `letterBits`. */
export type Spelling = { readonly text: string; readonly sound: string; readonly letters: number }

/** A name as it is compared: as one text, and its words one by one. */
export type NameForm = Spelling & { readonly words: readonly Spelling[] }

const known = new Map<string, NameForm>()
const maxKnown = 20_000

/** The form of a case's name; `null` when it is empty or nothing is left of it when folded. */
export function nameFormOf(name: unknown): NameForm | null {
  if (typeof name !== 'string') return null
  const form = nameForm(name)
  return form.text === '' ? null : form
}

/** The form of a Nachname, which a case always has; as it stands when nothing is left of it when folded. */
export function nachnameFormOf(nachname: unknown): NameForm {
  const text = String(nachname ?? '').trim()
  return nameFormOf(nachname) ?? { ...unheard(text), words: [unheard(text)] }
}

/** The form of a name. Names come again and again, so the last ones are remembered. */
function nameForm(text: string): NameForm {
  const found = known.get(text)
  if (found) return found
  const words = foldWords(text).map(spellingOf)
  const form = { ...spellingOf(words.map((word) => word.text).join('')), words }
  if (known.size >= maxKnown) known.clear()
  known.set(text, form)
  return form
}

function spellingOf(text: string): Spelling {
  return { text, sound: koelnerPhonetik(text), letters: letterBits(text) }
}

function unheard(text: string): Spelling {
  return { text, sound: '', letters: letterBits(text) }
}

/** Letters of other alphabets share bits, which makes texts look more alike than they are, never less. */
function letterBits(text: string): number {
  let bits = 0
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) & 31)
  return bits
}
