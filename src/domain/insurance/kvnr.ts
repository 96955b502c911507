/** What a text is as a Krankenversichertennummer (§290 SGB V): a letter and nine digits, the last a check digit. */
export type KvnrReading =
  | { kind: 'empty' }
  | { kind: 'valid'; kvnr: string }
  | { kind: 'wrongCheckDigit'; kvnr: string }
  | { kind: 'wrongFormat'; text: string }

const format = /^[A-Z]\d{9}$/

/** Whether a text is a KVNR as it is written, check digit and all. */
export function isKvnr(text: string): boolean {
  return format.test(text) && checkDigitOf(text) === digitAt(text, 9)
}

/** Reads a KVNR; case and blanks inside do not matter. */
export function readKvnr(text: string): KvnrReading {
  if (isKvnr(text)) return { kind: 'valid', kvnr: text }
  const kvnr = text.replace(/\s+/g, '').toUpperCase()
  if (kvnr === '') return { kind: 'empty' }
  if (!format.test(kvnr)) return { kind: 'wrongFormat', text: text.trim() }
  return { kind: isKvnr(kvnr) ? 'valid' : 'wrongCheckDigit', kvnr }
}

/** The letter as two digits 01…26, ten digits weighted 1, 2, 1, 2 …, cross sums added, modulo 10. */
function checkDigitOf(kvnr: string): number {
  const letter = kvnr.charCodeAt(0) - 64
  let sum = Math.trunc(letter / 10) + doubled(letter % 10)
  for (let index = 1; index < 9; index += 2) sum += digitAt(kvnr, index) + doubled(digitAt(kvnr, index + 1))
  return sum % 10
}

/** The cross sum of twice a digit. */
function doubled(digit: number): number {
  return digit < 5 ? digit * 2 : digit * 2 - 9
}

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 48
}
