const special = /[&<>_\u0000-\u001f\ufffe\uffff]/
/** A text that looks like an escaped character, and characters that XML cannot hold or would change. */
const escaped = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** A text as it stands in a workbook's XML (ECMA-376 §22.9.2.19); `unescapeCharacters` is the reverse. */
export function textXml(text: string): string {
  if (!special.test(text)) return text
  return escapeCharacters(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** `_x000D_` for a carriage return, and `_x005F_x000D_` for the text `_x000D_`. */
export function escapeCharacters(text: string): string {
  return text.replace(
    escaped,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}
