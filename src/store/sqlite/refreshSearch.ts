import type { CaseSearch } from '../../domain/cases/caseSearch'
import type { CaseValues } from '../../domain/cases/caseValues'
import { namesKeyVersion } from '../../domain/cases/namesKey'
import { existingCases } from './existingCases'
import { type SqliteDatabase, sqlValue } from './sqliteDatabase'

const ofOtherRules = [
  'names_key is null',
  `names_key < '${namesKeyVersion}'`,
  `names_key >= '${namesKeyVersion}\u{10ffff}'`,
]
/** One look into the index for each; for an `or` SQLite would read the whole table. */
const outdatedIds = ofOtherRules.map((rule) => `select id from cases where ${rule}`).join(' union all ')
const stillOutdated = `(${ofOtherRules.join(' or ')})`

/** See `CaseStore.findOutdatedSearch`. */
export async function findOutdatedSearch({
  database,
  limit,
}: {
  database: SqliteDatabase
  limit: number
}): Promise<{ id: string; values: CaseValues }[]> {
  return existingCases({ database, condition: `id in (${outdatedIds} limit ?)`, args: [limit] })
}

/** See `CaseStore.refreshSearch`. */
export async function refreshSearch({
  database,
  cases,
}: {
  database: SqliteDatabase
  cases: readonly { id: string; search: CaseSearch }[]
}): Promise<void> {
  await database.writeTogether(
    cases.map(({ id, search }) => {
      const entries = Object.entries(search)
      const set = entries.map(([field]) => `"${database.column('cases', field)}" = ?`).join(', ')
      return {
        sql: `update cases set ${set} where id = ? and ${stillOutdated}`,
        args: [...entries.map(([, value]) => sqlValue(value)), id],
      }
    }),
  )
}
