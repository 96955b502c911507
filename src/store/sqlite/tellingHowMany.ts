import type { SqlStatement } from './sqliteDatabase'

/** Passes statements on and tells how much of about `total` they are, 0 to 1. */
export function* tellingHowMany({
  total,
  tell,
  statements,
}: {
  total: number
  tell?: (share: number) => void
  statements: Iterable<SqlStatement>
}): Generator<SqlStatement> {
  let carried = 0
  for (const statement of statements) {
    yield statement
    carried += 1
    tell?.(Math.min(1, carried / total))
  }
}
