import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { User } from '../payload-types'
import { currentSession } from '../services/sessions/currentSession'
import { endSessions } from '../services/sessions/endSessions'
import { sessionEpochOf } from '../services/sessions/sessionEpoch'
import { asWritten } from './asWritten'

/** Clears the sessions away that `stampSessionEpoch` made void; the one that changed its own password goes on. */
export const endSessionsOnChange: CollectionAfterChangeHook<User> = async (call) => {
  const { doc, previousDoc, operation, req } = call
  const written = asWritten<User>(call)
  if (operation !== 'update' || sessionEpochOf(written) === sessionEpochOf(previousDoc)) return doc
  const isSameRole = written.role === previousDoc.role
  const own = isSameRole && written.isActive ? ownSession(req, doc.id) : undefined
  await endSessions({ req, userId: doc.id, ...(own ? { except: own } : {}) })
  if (own) {
    const data = { epoch: sessionEpochOf(written) }
    await req.payload.db.updateOne({ collection: 'sessions', id: own, data, req, returning: false })
  }
  return doc
}

function ownSession(req: PayloadRequest, id: string): string | undefined {
  return req.user?.id === id ? currentSession(req) : undefined
}
