import type { SanitizedConfig } from 'payload'
import { z } from 'zod'
import type { CollectionName } from '../../access/accessOf'
import type { collectionEndpoints } from '../../access/rolesTable'
import { documentOf } from '../documentOf'
import type { DoorContract } from '../doorContract'
import { documentChanges, documentInput } from './documentBodies'
import { labelOf } from './labelOf'
import {
  changedOut,
  changeQuery,
  depthQuery,
  idParams,
  listQuery,
  pageOut,
  permissionsOut,
  removeQuery,
  severalFailedOut,
  severalOut,
  totalOut,
  whereQuery,
} from './payloadSchemas'

type Collection = SanitizedConfig['collections'][number]
type Names = Record<'one' | 'many', Record<'de' | 'en', string>>

const missing = { 404: ['notFound'] } as const
/**
 * Payload checks what is sent; a rule of the portal names the field; who edits a document has it to themselves; one's own
 * password is changed elsewhere.
 */
function writtenTo({ slug }: Collection): DoorContract['refuses'] {
  const denied =
    slug === 'users' ? (['fieldForbidden', 'ownPasswordElsewhere'] as const) : (['fieldForbidden'] as const)
  return { 400: ['invalid'], 403: denied, 422: ['problem'], 423: ['invalid'] }
}

/** What has a file is deleted only where files can be had. */
function withFiles({ upload }: Collection): DoorContract['refuses'] {
  return upload ? { 503: ['filesAway'] } : {}
}

/** What one of Payload's endpoints of every collection takes and gives: `GET /:id` of the cases. */
export function collectionContract(collection: Collection, name: string): DoorContract | undefined {
  const made: Partial<Record<string, DoorContract>> = contractsOf(collection)
  return made[name]
}

type Documented = Exclude<keyof typeof collectionEndpoints, `${string}/versions${string}`>

function contractsOf(collection: Collection): Record<Documented, DoorContract> {
  const names = namesOf(collection)
  const doc = documentOf(collection.slug as CollectionName)
  return {
    ...readingContracts(doc, names),
    ...writingContracts(doc, names, collection),
    'POST /access/:id?': {
      title: said(names.many, 'was man darf', 'what one may do'),
      params: z.object({ id: z.string().optional() }),
      output: permissionsOut,
      refuses: missing,
    },
  }
}

type Reading = 'GET /' | 'GET /:id' | 'GET /count'

function readingContracts(doc: z.ZodType, { one, many }: Names): Record<Reading, DoorContract> {
  const asked = { 400: ['invalid', 'sortForbidden'] } as const
  return {
    'GET /': { title: said(many, 'Liste', 'list'), query: listQuery, output: pageOut(doc), refuses: asked },
    'GET /count': {
      title: said(many, 'zählen', 'count'),
      query: whereQuery,
      output: totalOut,
      refuses: asked,
    },
    'GET /:id': {
      title: said(one, 'lesen', 'read'),
      params: idParams,
      query: depthQuery,
      output: doc,
      refuses: missing,
    },
  }
}

function writingContracts(
  doc: z.ZodType,
  { one, many }: Names,
  collection: Collection,
): Record<Exclude<Documented, Reading | 'POST /access/:id?'>, DoorContract> {
  const written = writtenTo(collection)
  const several = { output: severalOut(doc), others: { 400: severalFailedOut(doc) } }
  return {
    'POST /': {
      title: said(one, 'anlegen', 'create'),
      query: depthQuery,
      body: documentInput(collection),
      output: changedOut(doc),
      status: 201,
      refuses: written,
    },
    'POST /:id/duplicate': {
      title: said(
        one,
        'kopieren; der Inhalt ersetzt Werte der Kopie',
        'copy; the body replaces values of the copy',
      ),
      params: idParams,
      query: depthQuery,
      body: documentChanges(collection),
      output: changedOut(doc),
      refuses: { ...written, ...missing },
    },
    'PATCH /': {
      title: said(many, 'alle ändern, die passen', 'change all that match'),
      query: changeQuery,
      body: documentChanges(collection),
      ...several,
      refuses: { ...written, 400: ['invalid', 'sortForbidden'] },
    },
    'PATCH /:id': {
      title: said(one, 'ändern', 'change'),
      params: idParams,
      query: depthQuery,
      body: documentChanges(collection),
      output: changedOut(doc),
      refuses: { ...written, ...missing },
    },
    'DELETE /': {
      title: said(many, 'alle löschen, die passen', 'delete all that match'),
      query: removeQuery,
      ...several,
      refuses: { 400: ['invalid'] },
    },
    'DELETE /:id': {
      title: said(one, 'löschen', 'delete'),
      params: idParams,
      query: depthQuery,
      output: changedOut(doc),
      refuses: { ...missing, 423: ['invalid'], ...withFiles(collection) },
    },
  }
}

function namesOf({ labels, slug }: Collection): Names {
  const name = (label: unknown) => ({ de: labelOf(label, 'de') ?? slug, en: labelOf(label, 'en') ?? slug })
  return { one: name(labels.singular), many: name(labels.plural) }
}

function said({ de, en }: Names['one'], german: string, english: string): DoorContract['title'] {
  return { de: `${de}: ${german}`, en: `${en}: ${english}` }
}
