/**
 * How many letters of one text are replaced, added, left out or swapped with their neighbour in the other (optimal
 * string alignment); `null` when they are more than `most`.
 */
export function editDistance(left: string, right: string, most: number): number | null {
  if (left === right) return 0
  if (Math.abs(left.length - right.length) > most || left.length > maxLetters) return null
  let older: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let line = 1; line <= left.length; line += 1) {
    const next = [line]
    let least = line
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[line - 1] === right[column - 1]
      const isSwapped =
        column > 1 && left[line - 1] === right[column - 2] && left[line - 2] === right[column - 1]
      const replaced = at(row, column - 1) + (isSame ? 0 : 1)
      const added = Math.min(at(row, column), at(next, column - 1)) + 1
      const value = Math.min(replaced, added, isSwapped ? at(older, column - 2) + 1 : added)
      next.push(value)
      if (value < least) least = value
    }
    // A swap looks two lines back, so one line beyond the limit may still come under it.
    if (least > most + 1) return null
    older = row
    row = next
  }
  const distance = at(row, right.length)
  return distance <= most ? distance : null
}

/** No name is longer, and longer texts would take too long. */
const maxLetters = 64

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
