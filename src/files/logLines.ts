/** Whether a file only grows, line by line. */
export function isLog(name: string): boolean {
  return name.endsWith('.log')
}

/** The lines of such a file. What follows the last line break is nothing, or a line whose writing was cut off. */
export function linesOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1)
}
