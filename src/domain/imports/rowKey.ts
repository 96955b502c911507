/** The key of a row in decisions and corrections: `17`, or with a sheet `2026!17`. */
export function rowKey({ row, sheet }: { row: number; sheet?: string }): string {
  return sheet === undefined ? String(row) : `${sheet}!${row}`
}
