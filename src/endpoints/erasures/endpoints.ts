import { defineEndpoint } from '../../lib/defineEndpoint'
import type { Erasure } from '../../payload-types'
import { askForRetention } from '../../services/erasure/askForRetention'
import { requestErasure } from '../../services/erasure/requestErasure'
import { previewRetention } from '../../services/erasure/retention'
import { type FoundPerson, searchPersons } from '../../services/erasure/searchPersons'
import { latestPage } from '../../services/latestPage'
import {
  type ErasureOut,
  erasureBody,
  erasureListOut,
  erasureListQuery,
  type FoundCase,
  requestedOut,
  retentionOut,
  retentionStartedOut,
  searchBody,
  searchOut,
} from './contract'
import { personIn } from './personIn'

/** Under `/api/erasures`, for admins: finding a person, erasing them, and what the retention periods erase. */
export const erasureEndpoints = [
  defineEndpoint({
    door: 'GET /api/erasures/list',
    title: { de: 'Bisherige Löschungen', en: 'Erasures so far' },
    query: erasureListQuery,
    output: erasureListOut,
    handle: async ({ req, query }) => {
      const page = await latestPage({ req, collection: 'erasures', query })
      return { ...page, docs: page.docs.map(erasureOf) }
    },
  }),
  defineEndpoint({
    door: 'POST /api/erasures/search',
    title: { de: 'Die Fälle einer Person finden', en: 'Find the cases of a person' },
    body: searchBody,
    refuses: { 404: ['erasureCaseUnknown'] },
    output: searchOut,
    handle: async ({ req, body }) => {
      const { cases, totalDocs } = await searchPersons({
        req,
        fallId: body.fallId ?? null,
        person: personIn(body),
      })
      return { cases: cases.map(caseOf), totalDocs }
    },
  }),
  defineEndpoint({
    door: 'POST /api/erasures',
    title: { de: 'Eine Person löschen', en: 'Erase a person' },
    body: erasureBody,
    refuses: { 404: ['erasureCaseUnknown'], 422: ['erasureOfNobody', 'erasureReferenceNames'] },
    status: 202,
    output: requestedOut,
    handle: async ({ req, body: { caseIds, person, reference } }) => {
      const wanted = { caseIds, person: person ? personIn(person) : null, reference: reference ?? null }
      const { id, status } = await requestErasure({ req, wanted })
      return { id: String(id), status }
    },
  }),
  defineEndpoint({
    door: 'GET /api/erasures/retention',
    title: { de: 'Was die Fristen jetzt löschen würden', en: 'What the periods would erase now' },
    output: retentionOut,
    handle: ({ req: { payload } }) => previewRetention({ payload, now: new Date() }),
  }),
  defineEndpoint({
    door: 'POST /api/erasures/retention',
    title: { de: 'Löschen, was älter ist als die Fristen', en: 'Erase what is older than the periods' },
    refuses: { 409: ['retentionNotSet'] },
    status: 202,
    output: retentionStartedOut,
    handle: async ({ req }) => {
      await askForRetention(req)
      return { status: 'running' as const }
    },
  }),
]

function erasureOf({ id, createdAt, by, reference, finishedAt, ...erasure }: Erasure): ErasureOut {
  const name = by && typeof by === 'object' ? by.username : null
  return {
    ...erasure,
    id: String(id),
    createdAt,
    by: name,
    reference: reference ?? null,
    finishedAt: finishedAt ?? null,
  }
}

function caseOf({ found: { id, fallId, values }, likeness }: FoundPerson): FoundCase {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    id,
    fallId,
    nachname: textOf(values.nachname) ?? '',
    vorname: textOf(values.vorname),
    geburtsdatum: textOf(values.geburtsdatum),
    kvnr: textOf(values.kvnr),
    datum: textOf(values.datum) ?? '',
    fallgruppe: textOf(values.fallgruppe) ?? '',
    likeness,
  }
}
