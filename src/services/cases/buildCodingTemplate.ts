import type { PayloadRequest } from 'payload'
import { icdColumns } from '../../domain/imports/icdWorkbook/parseIcdWorkbook'
import { languageOf } from '../../lib/language'
import { writeCodingTemplate } from '../../lib/xlsx/writeCodingTemplate'
import type { Case } from '../../payload-types'
import { type CaseListQuery, listCasesForTemplate } from './listCases'

const hints = {
  de: {
    title: 'ICD-10-Codes',
    text: 'Ein Code oder mehrere, mit Komma getrennt, zum Beispiel: C50.1, C79.5',
  },
  en: { title: 'ICD-10 codes', text: 'One code or several, separated by commas, for example: C50.1, C79.5' },
}

/** The coding template (SPEC §8) as .xlsx: the cases pending ICD, or with `all` the others too, with their codes. */
export async function buildCodingTemplate({
  req,
  query,
}: {
  req: PayloadRequest
  query: Omit<CaseListQuery, 'page' | 'limit'> & { all: boolean }
}): Promise<{ bytes: Buffer; rows: number }> {
  const cases = await listCasesForTemplate({ req, query })
  const bytes = await writeCodingTemplate({
    columns: icdColumns,
    rows: cases.map(rowOf),
    editable: 'ICD',
    hint: hints[languageOf(req)],
  })
  return { bytes, rows: cases.length }
}

function rowOf({ fallId, nachname, vorname, fallgruppe, kw, icd }: Case): (string | number)[] {
  return [fallId ?? '', nachname, vorname ?? '', fallgruppe, kw ?? '', icd ?? '']
}
