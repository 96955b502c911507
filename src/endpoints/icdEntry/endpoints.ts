import { z } from 'zod'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { defineEndpoint } from '../../lib/defineEndpoint'
import type { Case } from '../../payload-types'
import { buildCodingTemplate } from '../../services/cases/buildCodingTemplate'
import { listPendingIcd } from '../../services/cases/listCases'
import { saveCase } from '../../services/cases/saveCase'
import { icdWarnings } from '../../services/icd/icdWarnings'
import { filterText, recordDownload } from '../../services/recordDownload'
import { caseFilterQuery } from '../caseFilters'
import { codingTemplateQuery, type PendingIcdCase, pendingIcdOut, putIcdIn, putIcdOut } from './contract'

/** Under `/api/cases`: the queue of cases pending ICD and entering a code, for both roles. */
export const icdEntryEndpoints = [
  defineEndpoint({
    door: 'GET /api/cases/pending-icd',
    title: { de: 'Fälle, denen der ICD-Code fehlt', en: 'Cases pending ICD' },
    query: caseFilterQuery,
    output: pendingIcdOut,
    handle: async ({ req, query }) => {
      const page = await listPendingIcd({ req, query })
      return { ...page, docs: page.docs.map(pendingIcdCaseOf) }
    },
  }),
  defineEndpoint({
    door: 'GET /api/cases/coding-template',
    title: { de: 'ICD-Vorlage als Arbeitsmappe', en: 'The ICD template as a workbook' },
    download: ['xlsx'],
    query: codingTemplateQuery,
    handle: async ({ req, query }) => {
      const wanted = { ...query, all: query.all === 'true' }
      const { bytes, rows } = await buildCodingTemplate({ req, query: wanted })
      const filename = `ICD-Vorlage_${berlinDay(new Date())}.xlsx`
      const filter = filterText(wanted)
      await recordDownload({ req, file: 'codingTemplate', filename, rows, filter })
      return { bytes, filename }
    },
  }),
  defineEndpoint({
    door: 'PUT /api/cases/:id/icd',
    title: { de: 'ICD-Codes eines Falls setzen', en: 'Set the ICD codes of a case' },
    refuses: { 404: ['notFound'], 409: ['conflict'], 422: ['problem'] },
    params: z.object({ id: z.string() }),
    body: putIcdIn,
    output: putIcdOut,
    handle: async ({ req, params, body }) => {
      const saved = await saveCase({
        req,
        id: params.id,
        changes: { icd: body.icd },
        updatedAt: body.updatedAt,
      })
      return { ...saved, warnings: await icdWarnings({ req, icd: saved.icd }) }
    },
  }),
]

function pendingIcdCaseOf(found: Case): PendingIcdCase {
  return {
    ...found,
    jahr: found.jahr ?? 0,
    kw: found.kw ?? 0,
    fallId: found.fallId ?? '',
    vorname: found.vorname ?? null,
    geburtsdatum: found.geburtsdatum ?? null,
    thema: found.thema ?? null,
    kurzbeschreibung: found.kurzbeschreibung ?? null,
    icd: found.icd ?? null,
  }
}
