/**
 * How many letters of one text are replaced, added, left out or swapped with their neighbour in the other (optimal
 * string alignment). `Infinity` for texts longer than any name, which would take too long.
 */
export function editDistance(left: string, right: string): number {
  if (left === right) return 0
  if (left.length > maxLetters || right.length > maxLetters) return Number.POSITIVE_INFINITY
  let older: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let line = 1; line <= left.length; line += 1) {
    const next = [line]
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[line - 1] === right[column - 1]
      const isSwapped =
        column > 1 && left[line - 1] === right[column - 2] && left[line - 2] === right[column - 1]
      const replaced = at(row, column - 1) + (isSame ? 0 : 1)
      const added = Math.min(at(row, column), at(next, column - 1)) + 1
      next.push(Math.min(replaced, added, isSwapped ? at(older, column - 2) + 1 : added))
    }
    older = row
    row = next
  }
  return at(row, right.length)
}

const maxLetters = 64

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
