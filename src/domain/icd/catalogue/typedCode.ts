import { readIcdCodes } from '../icdCodes'

/**
 * Of a text with several codes, what is typed last (`query`, a code or words) and what stands before it. Words have
 * blanks between them as codes do, so only whole codes are left out of the last part.
 */
export function typedCode(text: string): { before: string; query: string } {
  const start = Math.max(...[',', ';', '/', '\n'].map((separator) => text.lastIndexOf(separator))) + 1
  const [whole, last] = [text.slice(0, start), text.slice(start)]
  const leading = leadingCodes(last)
  const query = last.slice(leading.length).trim()
  const isSuffix = leading !== '' && countOf(leading + query) === countOf(leading) && countOf(query) === 0
  return { before: whole + leading, query: isSuffix ? '' : query }
}

/** The text with the code in place of what was typed last. */
export function withCode({ text, code }: { text: string; code: string }): string {
  const before = typedCode(text).before.trimEnd()
  if (before === '') return code
  return /[,;/]$/.test(before) ? `${before} ${code}` : `${before}, ${code}`
}

/** As many words from the beginning as are codes with their suffixes; the last word is what is being typed. */
function leadingCodes(text: string): string {
  const ends = [...text.matchAll(/\s+(?=\S)/g)].map(({ index, 0: blanks }) => index + blanks.length)
  return (
    ends
      .reverse()
      .map((end) => text.slice(0, end))
      .find((words) => countOf(words) > 0) ?? ''
  )
}

/** How many codes a text holds; 0 when it is not codes alone. */
function countOf(text: string): number {
  const codes = readIcdCodes(text)
  return codes.ok ? codes.value.length : 0
}
