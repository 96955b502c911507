/** What of the cases the embedded database keeps counted, each in a table of its own (see `keepCaseCounts`). */
export type KeptCount = {
  table: string
  /** The columns by which it is counted, as they are declared; the column `count` comes besides. */
  key: Readonly<Record<string, 'INTEGER' | 'TEXT'>>
  /** The columns of a case that it follows from. */
  of: readonly string[]
  /** Selects the key of everything that counts in a case: in `row` of a trigger, or in all of `cases`. */
  select(row: 'old' | 'new' | 'cases'): string
}

/** The cube. A case without a week, which the rules do not make, is counted nowhere. */
const caseCounts: KeptCount = {
  table: 'case_counts',
  key: { jahr: 'INTEGER', kw: 'INTEGER', fallgruppe: 'TEXT', statistik: 'INTEGER' },
  of: ['jahr', 'kw', 'fallgruppe', 'statistik'],
  select: (row) => `SELECT ${row}.jahr, ${row}.kw, ${row}.fallgruppe, ${row}.statistik${from(row)}
    WHERE ${row}.jahr IS NOT NULL AND ${row}.kw IS NOT NULL`,
}

/** Days from the case to its documents and to its opinion. */
const caseDurations: KeptCount = {
  table: 'case_durations',
  key: { jahr: 'INTEGER', bis: 'TEXT', kw: 'INTEGER', fallgruppe: 'TEXT', tage: 'INTEGER' },
  of: ['jahr', 'kw', 'fallgruppe', 'datum', 'unterlagen_erhalten_am', 'gutachten_am'],
  select: (row) =>
    [
      ['unterlagen', 'unterlagen_erhalten_am'],
      ['gutachten', 'gutachten_am'],
    ]
      .map(([wait, column]) => {
        const days = `CAST(julianday(${row}.${column}) - julianday(${row}.datum) AS INTEGER)`
        return `SELECT ${row}.jahr, '${wait}', ${row}.kw, ${row}.fallgruppe, ${days}${from(row)}
    WHERE ${row}.jahr IS NOT NULL AND ${row}.kw IS NOT NULL AND ${days} IS NOT NULL`
      })
      .join(' UNION ALL '),
}

/** The main groups of the codes, each once per case. */
const caseMainGroups: KeptCount = {
  table: 'case_main_groups',
  key: { jahr: 'INTEGER', fallgruppe: 'TEXT', hauptgruppe: 'TEXT' },
  of: ['jahr', 'fallgruppe', 'icd'],
  select: (row) => `SELECT jahr, fallgruppe, hauptgruppe FROM (
      SELECT DISTINCT ${row}.id, ${row}.jahr AS jahr, ${row}.fallgruppe AS fallgruppe, substr(code.value, 1, 3) AS hauptgruppe
        FROM ${row === 'cases' ? 'cases, ' : ''}json_each('["' || replace(${row}.icd, ', ', '","') || '"]') AS code
        WHERE ${row}.icd IS NOT NULL AND ${row}.jahr IS NOT NULL)`,
}

/** What is open, by the day of the case. */
const caseOpenDays: KeptCount = {
  table: 'case_open_days',
  key: { was: 'TEXT', datum: 'TEXT', fallgruppe: 'TEXT' },
  of: ['datum', 'fallgruppe', 'icd', 'gutachten', 'gutachten_typ', 'unterlagen', 'ablehnung', 'abbruch'],
  select: (row) =>
    [
      ['pendingIcd', `${row}.icd IS NULL`],
      ['pendingCoding', `${row}.gutachten = 1 AND ${row}.gutachten_typ IS NULL`],
      [
        'keineRueckmeldung',
        `coalesce(${row}.unterlagen, 0) = 0 AND coalesce(${row}.ablehnung, 0) = 0 AND coalesce(${row}.abbruch, 0) = 0`,
      ],
    ]
      .map(
        ([kind, isOpen]) => `SELECT '${kind}', ${row}.datum, ${row}.fallgruppe${from(row)} WHERE ${isOpen}`,
      )
      .join(' UNION ALL '),
}

export const keptCounts: readonly KeptCount[] = [caseCounts, caseDurations, caseMainGroups, caseOpenDays]

function from(row: 'old' | 'new' | 'cases'): string {
  return row === 'cases' ? ' FROM cases' : ''
}
