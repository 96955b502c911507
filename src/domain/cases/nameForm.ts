import { foldWords } from './foldName'
import { koelnerPhonetik } from './koelnerPhonetik'

/** A name as it is compared: its words, folded, alone and together, and how it sounds. Empty where nothing is left. */
export type NameForm = { readonly words: readonly string[]; readonly joined: string; readonly sound: string }

const known = new Map<string, NameForm>()
const maxKnown = 20_000

/** The form of a name. Names come again and again, so the last ones are remembered. */
function nameForm(text: string): NameForm {
  const found = known.get(text)
  if (found) return found
  const words = foldWords(text)
  const joined = words.join('')
  const form = { words, joined, sound: koelnerPhonetik(joined) }
  if (known.size >= maxKnown) known.clear()
  known.set(text, form)
  return form
}

/** The form of a case's name; `null` when it is empty or nothing is left of it when folded. */
export function nameFormOf(name: unknown): NameForm | null {
  if (typeof name !== 'string') return null
  const form = nameForm(name)
  return form.joined === '' ? null : form
}
