/** What a text is as a Krankenversichertennummer (§290 SGB V): a letter and nine digits, the last a check digit. */
export type KvnrReading =
  | { kind: 'empty' }
  | { kind: 'valid'; kvnr: string }
  | { kind: 'wrongCheckDigit'; kvnr: string }
  | { kind: 'wrongFormat'; text: string }

const format = /^[A-Z]\d{9}$/

/** Reads a KVNR; case and blanks inside do not matter. */
export function readKvnr(text: string): KvnrReading {
  const kvnr = format.test(text) ? text : text.replace(/\s+/g, '').toUpperCase()
  if (kvnr === '') return { kind: 'empty' }
  if (!format.test(kvnr)) return { kind: 'wrongFormat', text: text.trim() }
  return { kind: checkDigitOf(kvnr) === Number(kvnr[9]) ? 'valid' : 'wrongCheckDigit', kvnr }
}

/** The letter as two digits 01…26, ten digits weighted 1, 2, 1, 2 …, cross sums added, modulo 10. */
function checkDigitOf(kvnr: string): number {
  const letter = kvnr.charCodeAt(0) - 64
  let sum = 0
  for (let index = 0; index < 10; index += 1) {
    const digit =
      index === 0 ? Math.floor(letter / 10) : index === 1 ? letter % 10 : kvnr.charCodeAt(index - 1) - 48
    const weighted = digit * (index % 2 === 0 ? 1 : 2)
    sum += Math.floor(weighted / 10) + (weighted % 10)
  }
  return sum % 10
}
