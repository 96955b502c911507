/** What a spreadsheet takes for a formula: `=`, `+`, `-`, `@`, tab or CR in front (OWASP, CSV injection). */
const formula = /^'*[=+\-@\t\r]/
const escapedFormula = /^'+[=+\-@\t\r]/

/** A text that no spreadsheet reads as a formula, with an apostrophe in front where needed; `–` needs none. */
export function escapeFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Takes the escape off again: `unescapeFormula(escapeFormula(text))` is `text`, whatever the text. */
export function unescapeFormula(text: string): string {
  return escapedFormula.test(text) ? text.slice(1) : text
}
