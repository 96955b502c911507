import type { PayloadRequest } from 'payload'
import { nameFormOf } from '../../domain/cases/nameForm'
import type { ErasureReason } from '../../domain/erasure/erasureState'
import { type Person, personOf } from '../../domain/erasure/person'
import { refusal } from '../../lib/refuse'
import type { Erasure } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { recordAudit } from '../recordAudit'
import { originForJob } from '../requestOfJob'
import type { StoredTarget } from './targetOf'

type Wanted = { caseIds: readonly string[]; person: Person | null; reference: string | null }

/** Notes that a person is to be erased, and leaves it to a job; see `notePerson` for what is refused. */
export async function requestErasure({
  req,
  wanted,
}: {
  req: PayloadRequest
  wanted: Wanted
}): Promise<Erasure> {
  const erasure = await notePerson({ req, wanted })
  await req.payload.jobs.queue({ task: 'erase', queue: 'imports', input: originForJob(req) })
  return erasure
}

/**
 * Notes that a person is to be erased, by all their cases or, where no case is left, by what tells them from others.
 * Throws `404` for an unknown case and `422` for nobody, or a reference that names the person.
 */
export async function notePerson({ req, wanted }: { req: PayloadRequest; wanted: Wanted }): Promise<Erasure> {
  const found = await storeOf(req.payload).findByIds([...new Set(wanted.caseIds)])
  const known = new Set(found.map(({ id }) => id))
  const unknown = wanted.caseIds.find((id) => !known.has(id))
  if (unknown !== undefined) throw refusal(req, 404, 'erasureCaseUnknown', { params: { value: unknown } })
  const persons = [...found.map(({ values }) => personOf(values)), ...(wanted.person ? [wanted.person] : [])]
  if (persons.length === 0) throw refusal(req, 422, 'erasureOfNobody')
  if (isNamed({ reference: wanted.reference, persons })) throw refusal(req, 422, 'erasureReferenceNames')
  const target = { caseIds: [...known], fallIds: found.map(({ fallId }) => fallId), persons }
  return noteErasure({ req, reason: 'request', target, reference: wanted.reference })
}

/** Notes an erasure that is to be carried out, and that it was asked for. */
export async function noteErasure({
  req,
  reason,
  target,
  reference,
}: {
  req: PayloadRequest
  reason: ErasureReason
  target: StoredTarget
  reference: string | null
}): Promise<Erasure> {
  const erasure = await req.payload.create({
    collection: 'erasures',
    data: {
      reason,
      status: 'running',
      reference,
      by: req.user?.id,
      target,
      cases: 0,
      icdCodes: 0,
      importRows: 0,
      auditEntries: 0,
    },
    depth: 0,
    req,
  })
  const details = { cases: target.caseIds.length, reference }
  await recordAudit({
    req,
    event: { action: 'requestErasure', entityType: 'erasures', entityId: String(erasure.id), details },
  })
  return erasure
}

/** Names as short as this are parts of many words; longer ones are looked for anywhere in the text. */
const shortName = 3

/** The reference stays, so it must not say whom it is about. */
function isNamed({ reference, persons }: { reference: string | null; persons: readonly Person[] }): boolean {
  const said = nameFormOf(reference)
  if (!said) return false
  return persons.some(({ nachname, kvnr }) =>
    [nachname, kvnr].some((name) => {
      const form = nameFormOf(name)?.text ?? ''
      return form.length > shortName ? said.text.includes(form) : said.words.some(({ text }) => text === form)
    }),
  )
}
