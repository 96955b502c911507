/** A birth date that differs by one slip. */
const oneSlip = 13

/**
 * How much speaks against two birth dates being the same, in points: one digit is wrong, two neighbouring ones of a
 * number are swapped (German says five-and-forty), or day and month are. `null` when they are two days.
 */
export function birthDateDifference(left: string, right: string): number | null {
  if (left === right) return 0
  const [year, month, day] = partsOf(left)
  const [otherYear, otherMonth, otherDay] = partsOf(right)
  if (year === otherYear && month === otherDay && day === otherMonth) return oneSlip
  const different = [
    [year, otherYear],
    [month, otherMonth],
    [day, otherDay],
  ].filter(([one, other]) => one !== other)
  const [only] = different
  return different.length === 1 && only && isOneSlip(only[0] ?? '', only[1] ?? '') ? oneSlip : null
}

function partsOf(date: string): [string, string, string] {
  return [date.slice(0, 4), date.slice(5, 7), date.slice(8)]
}

function isOneSlip(left: string, right: string): boolean {
  const at = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]))
  const [first = 0, second] = at
  if (at.length === 1) return true
  return (
    at.length === 2 && second === first + 1 && left[first] === right[second] && left[second] === right[first]
  )
}
