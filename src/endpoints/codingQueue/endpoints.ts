import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { AppError } from '../../lib/appError'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { documentOf } from '../../lib/documentOf'
import type { Case } from '../../payload-types'
import { codingProgressOf } from '../../services/cases/codingProgressOf'
import { listPendingCoding } from '../../services/cases/listCases'
import { saveCase } from '../../services/cases/saveCase'
import { raiseBatchCoded } from '../../services/notifications/raiseEvent'
import { type CaseFilterQuery, caseFilterQuery } from '../caseFilters'
import {
  type CodingCase,
  codingQueueOut,
  type PutCodingIn,
  putCodingBatchIn,
  putCodingBatchOut,
  putCodingIn,
} from './contract'

const idParams = z.object({ id: z.string() })

const queue = {
  title: { de: 'Fälle mit Gutachten, die zu codieren sind', en: 'Cases with an expert opinion to be coded' },
  query: caseFilterQuery,
  output: codingQueueOut,
  handle: async ({ req, query }: { req: PayloadRequest; query: CaseFilterQuery }) => {
    const page = await listPendingCoding({ req, query })
    return { ...page, docs: page.docs.map(codingCaseOf), ...(await codingProgressOf({ req, query })) }
  },
} as const

const saving = {
  title: { de: 'Gutachten eines Falls codieren', en: 'Code the expert opinion of a case' },
  params: idParams,
  body: putCodingIn,
  output: documentOf('cases'),
  refuses: { 404: ['notFound'], 409: ['conflict'], 422: ['problem'] },
  handle: async ({
    req,
    params,
    body,
  }: {
    req: PayloadRequest
    params: { id: string }
    body: PutCodingIn
  }) => {
    const { updatedAt, ...changes } = body
    return saveCase({ req, id: params.id, changes, updatedAt })
  },
} as const

/** Under `/api/cases`: the coding queue and coding one case. */
export const codingCaseEndpoints = [
  defineEndpoint({ ...queue, door: 'GET /api/cases/pending-coding' }),
  defineEndpoint({ ...saving, door: 'PUT /api/cases/:id/coding' }),
]

/** Under `/api`: the coding queue, coding one case, and a batch in which each case stands for itself. */
export const codingEndpoints = [
  defineEndpoint({ ...queue, door: 'GET /api/coding/queue' }),
  defineEndpoint({ ...saving, door: 'PUT /api/coding/:id' }),
  defineEndpoint({
    door: 'PUT /api/coding',
    title: {
      de: 'Mehrere Gutachten codieren, jedes für sich',
      en: 'Code several expert opinions, each by itself',
    },
    body: putCodingBatchIn,
    output: putCodingBatchOut,
    handle: async ({ req, body }) => {
      req.context.codesBatch = true
      const failed: { id: string; code: string; message: string }[] = []
      for (const { id, updatedAt, ...changes } of body.items) {
        await saveCase({ req, id, changes, updatedAt }).catch((error: unknown) =>
          failed.push(failureOf(id, error)),
        )
      }
      const updated = body.items.length - failed.length
      await raiseBatchCoded({ req, updated })
      return { updated, failed }
    },
  }),
]

/** A refusal is the item's answer; anything else is the whole request's failure. */
function failureOf(id: string, error: unknown) {
  if (error instanceof AppError) {
    const [entry] = error.entries
    return { id, code: entry?.code ?? 'invalid', message: error.message }
  }
  if (error instanceof Error && 'status' in error && error.status === 404) {
    return { id, code: 'notFound', message: error.message }
  }
  throw error
}

function codingCaseOf(found: Case): CodingCase {
  return {
    ...found,
    jahr: found.jahr ?? 0,
    kw: found.kw ?? 0,
    fallId: found.fallId ?? '',
    vorname: found.vorname ?? null,
    gutachtenAm: found.gutachtenAm ?? null,
    kurzbeschreibung: found.kurzbeschreibung ?? null,
    fragestellung: found.fragestellung ?? null,
    icd: found.icd ?? null,
    gutachtenTyp: found.gutachtenTyp ?? null,
  }
}
