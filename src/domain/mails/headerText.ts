const maxLength = 200

/** A text as it may stand in a mail's header: on one line, so that nothing in it begins another header (RFC 5322, 2.2). */
export function headerText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxLength)
}
