import type { PayloadRequest } from 'payload'
import { endSessions } from './endSessions'
import { newSessionEpoch } from './sessionEpoch'

/** Ends every session of an account, those too that are being opened right now. */
export async function endAllSessionsOf({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<number> {
  await req.payload.db.updateOne({
    collection: 'users',
    id: userId,
    data: { sessionEpoch: newSessionEpoch() },
    returning: false,
  })
  return endSessions({ req, userId })
}
