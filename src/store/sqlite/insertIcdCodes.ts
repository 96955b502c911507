import type { CaseValues } from '../../domain/cases/caseValues'
import { hauptgruppe, type IcdCode, readIcdCodes } from '../../domain/icd/icdCodes'
import { newId } from '../newId'
import { type FieldsOf, insertRows } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'

type CodeOfCase = { caseId: string; code: IcdCode }

/** Statements that insert the codes of cases, of those whose `icd` is spoken of. */
export function insertIcdCodes({
  database,
  cases,
}: {
  database: SqliteDatabase
  cases: readonly { id: string; values: CaseValues }[]
}): Iterable<SqlStatement> {
  const rows = cases.flatMap(({ id, values }): CodeOfCase[] => {
    const codes = typeof values.icd === 'string' ? readIcdCodes(values.icd) : null
    return codes?.ok ? codes.value.map((code) => ({ caseId: id, code })) : []
  })
  const fields: FieldsOf<CodeOfCase> = {
    id: newId,
    case: ({ caseId }) => caseId,
    code: ({ code }) => code,
    hauptgruppe: ({ code }) => hauptgruppe(code),
  }
  return insertRows({ database, table: 'icd_codes', fields, rows })
}
