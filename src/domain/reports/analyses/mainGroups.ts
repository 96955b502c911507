/** How many cases have a code of a main group (`C50`), each counted once per case. */
export type HauptgruppeCount = { hauptgruppe: string; count: number }

/** The main groups that most cases have, and how many there are altogether; `titel` is the catalogue's. */
export type MainGroups = {
  anzahl: number
  haeufigste: { hauptgruppe: string; titel: string | null; faelle: number }[]
}

/** How many main groups are named. */
const named = 20

/** The most frequent main groups, those with as many cases in the order of their codes. */
export function mainGroupsOf({
  counts,
  titleOf,
}: {
  counts: readonly HauptgruppeCount[]
  titleOf: (hauptgruppe: string) => string | null
}): MainGroups {
  const sorted = counts
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count || (left.hauptgruppe < right.hauptgruppe ? -1 : 1))
  return {
    anzahl: sorted.length,
    haeufigste: sorted
      .slice(0, named)
      .map(({ hauptgruppe, count }) => ({ hauptgruppe, titel: titleOf(hauptgruppe), faelle: count })),
  }
}
