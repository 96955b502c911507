/** The text of a reason why a row is, or may be, what there is already. */
export function reasonText(reason: string): string {
  return `import:reason${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
}
