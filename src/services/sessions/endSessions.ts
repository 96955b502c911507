import type { PayloadRequest, Where } from 'payload'

export type Ended = {
  req: PayloadRequest
  userId: string
  /** Only this session; all of the account unless told. */
  sid?: string
  /** All but this session. */
  except?: string
}

/** Ends sessions of an account together with their refresh tokens; the number of those that were still running. */
export async function endSessions({ req, userId, sid, except }: Ended): Promise<number> {
  const chosen = (field: 'id' | 'session'): Where => ({
    and: [
      { user: { equals: userId } },
      ...(sid === undefined ? [] : [{ [field]: { equals: sid } }]),
      ...(except === undefined ? [] : [{ [field]: { not_equals: except } }]),
    ],
  })
  const where = chosen('id')
  const { totalDocs } = await req.payload.db.count({ collection: 'sessions', where, req })
  await req.payload.db.deleteMany({ collection: 'sessions', where, req })
  await req.payload.db.deleteMany({ collection: 'refresh-tokens', where: chosen('session'), req })
  return totalDocs
}
