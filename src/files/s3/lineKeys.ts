const plainLine = /^[\w:-][\w.:-]*( [\w:-][\w.:-]*)*$/

/**
 * A line of a log as the end of a key, and back. The line is the key, so that one listing reads a thousand of them, and
 * the same line is the same object however often it is put. Blanks become `/`, unless the line is none that is noted.
 */
export function keyOfLine(line: string): string {
  return plainLine.test(line) ? line.replaceAll(' ', '/') : encodeURIComponent(line).replaceAll('.', '%2E')
}

/** The line that an object of a log is. */
export function lineOfKey(key: string): string {
  return decodeURIComponent(key.replaceAll('/', ' '))
}
