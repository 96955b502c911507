import { sql } from '@payloadcms/db-sqlite'

/** What a comparison of the embedded database is made of: a column and the value it is compared with. */
type Operator = (column: unknown, value: unknown) => ReturnType<typeof sql>

/**
 * Text search as MongoDB does it: without case, in umlauts too, and every sign as it is written. SQLite's LIKE knows
 * the case of ASCII only and takes `%` and `_` for wildcards; its GLOB has classes of letters.
 */
export const globOperators: Record<'like' | 'contains' | 'not_like', Operator> = {
  like: (column, value) => sql`${column} glob ${globOf(withoutWildcards(String(value)))}`,
  contains: (column, value) => sql`${column} glob ${globOf(withoutWildcards(String(value)))}`,
  not_like: (column, value) => {
    const words = withoutWildcards(String(value)).split(' ')
    const without = words.map((word) => sql`${column} not glob ${globOf(word)}`)
    return sql`(${column} is null or (${sql.join(without, sql` and `)}))`
  },
}

/** Payload puts a `%` around what is looked for. */
function withoutWildcards(pattern: string): string {
  return pattern.length > 1 && pattern.startsWith('%') && pattern.endsWith('%')
    ? pattern.slice(1, -1)
    : pattern
}

/** `*[mM][üÜ]*` for `mü`; what GLOB reads as a sign of its own stands in a class. */
function globOf(text: string): string {
  const classes = [...text].map((letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()]
    if (lower !== upper && [...lower].length === 1 && [...upper].length === 1) return `[${lower}${upper}]`
    return '*?['.includes(letter) ? `[${letter}]` : letter
  })
  return `*${classes.join('')}*`
}
