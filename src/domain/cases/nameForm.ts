import { foldWords } from './foldName'
import { koelnerPhonetik } from './koelnerPhonetik'

/** A folded text and how it sounds. */
export type Spelling = { readonly text: string; readonly sound: string }

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
  return nameFormOf(nachname) ?? { text, sound: '', words: [{ text, sound: '' }] }
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
  return { text, sound: koelnerPhonetik(text) }
}
