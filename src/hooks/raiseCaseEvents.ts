import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { isOneOf } from '../access/hasRole'
import type { Case } from '../payload-types'
import { raiseEvent } from '../services/notifications/raiseEvent'
import { asWritten } from './asWritten'

/** Of two admins who code the last two cases at once, each still sees the other's as open. */
const perhapsCodedMeanwhile = 2

/** Entered codes are told of, and that a coding may have emptied the queue, in the transaction that saves the case. */
export const raiseCaseEvents: CollectionAfterChangeHook<Case> = async (change) => {
  const { doc, previousDoc, operation, req, context } = change
  if (operation !== 'update') return doc
  const { icd, gutachtenTyp } = asWritten<Case>(change)
  const related = { collection: 'cases', id: String(doc.id) } as const
  if (icd && icd !== previousDoc.icd && isOneOf(req.user, ['dak_mitarbeiter'])) {
    await raiseEvent({ req, event: { type: 'icd_entered', figures: {}, related } })
  }
  const wasPending = previousDoc.gutachten === true && !previousDoc.gutachtenTyp
  // A batch is told of as a whole.
  if (wasPending && gutachtenTyp && !context.codesBatch && (await isNearlyEmpty(req))) {
    await raiseEvent({
      req,
      event: { type: 'coding_completed', figures: {}, related, needsEmptyQueue: true },
    })
  }
  return doc
}

async function isNearlyEmpty(req: PayloadRequest): Promise<boolean> {
  const { docs } = await req.payload.db.find({
    collection: 'cases',
    where: { and: [{ gutachten: { equals: true } }, { gutachtenTyp: { exists: false } }] },
    limit: perhapsCodedMeanwhile + 1,
    pagination: false,
    select: { fallId: true },
    req,
  })
  return docs.length <= perhapsCodedMeanwhile
}
