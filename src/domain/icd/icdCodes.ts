import type { Problem, Result } from '../problem'

/** A code of ICD-10-GM in its plain form: letter, two digits, and one or two digits after a point. */
export type IcdCode = string & { readonly __brand: 'IcdCode' }

const grammar = /^[A-Z]\d{2}(\.\d{1,2})?$/
const withoutPoint = /^([A-Z]\d{2})(\d{1,2})$/
/** Certainty (G V Z A) and side (R L B), one of each at most, in either order. */
const suffix = /^(?:[GVZA][RLB]?|[RLB][GVZA]?)$/
const trailingSuffix = /(?:[GVZA][RLB]?|[RLB][GVZA]?)$/
const marks = /[+†*!]+/g
const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g

/**
 * Reads free text with one or more codes (SPEC §3): split at comma, semicolon, slash, line break or blanks; upper
 * case, marks and suffixes removed, no duplicates, order kept. Every text that is no code is a problem
 * `invalidIcd` with the text and its place (1 for the first code); then nothing is read.
 */
export function readIcdCodes(text: string): Result<IcdCode[]> {
  const codes = new Set<IcdCode>()
  const problems: Problem[] = []
  let position = 0
  for (const token of tokensOf(text)) {
    position += 1
    const code = readCode(token)
    if (code) codes.add(code)
    else
      problems.push({ level: 'error', code: 'invalidIcd', field: 'icd', value: token, params: { position } })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: [...codes] }
}

/** `C50.1, C79.5` */
export function formatIcdCodes(codes: readonly IcdCode[]): string {
  return codes.join(', ')
}

/** The main group (Hauptgruppe) of a code: its letter and two digits. */
export function hauptgruppe(code: IcdCode): string {
  return code.slice(0, 3)
}

/** The texts between the separators; a lone suffix or mark after a blank belongs to the code before it. */
function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const part of text
    .normalize('NFKC')
    .replace(invisible, '')
    .split(/[,;/\r\n]+/)) {
    let isFirst = true
    for (const token of part.split(/\s+/).filter(Boolean)) {
      const isSuffix = !isFirst && suffix.test(token.toUpperCase().replace(marks, ''))
      const isMark = !isFirst && /^[+†*!-]+$/.test(token)
      if (!isSuffix && !isMark) tokens.push(token)
      isFirst = false
    }
  }
  return tokens
}

function readCode(token: string): IcdCode | null {
  const plain = token.toUpperCase().replace(marks, '')
  return canonical(plain) ?? canonical(plain.replace(trailingSuffix, ''))
}

function canonical(text: string): IcdCode | null {
  const trimmed = text.replace(/\.?-+$/, '')
  const pointed = trimmed.replace(withoutPoint, '$1.$2')
  return grammar.test(pointed) ? (pointed as IcdCode) : null
}
