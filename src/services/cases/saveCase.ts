import type { PayloadRequest } from 'payload'
import type { CaseValues } from '../../domain/cases/caseValues'
import { withLock } from '../../lib/keyedLock'
import { languageOf } from '../../lib/language'
import { refusal } from '../../lib/refuse'
import type { Case } from '../../payload-types'

/**
 * Saves some fields of a case for whoever asks, with their rights. With `updatedAt` (the version they saw, an ISO
 * instant) a case changed since is a `409` that shows what it is now and who changed it.
 */
export async function saveCase({
  req,
  id,
  changes,
  updatedAt,
}: {
  req: PayloadRequest
  id: string
  changes: CaseValues
  updatedAt?: string
}): Promise<Case> {
  return withLock(`case ${id}`, async () => {
    if (updatedAt !== undefined) await ensureUnchanged({ req, id, updatedAt })
    return req.payload.update({
      collection: 'cases',
      id,
      data: changes as Partial<Case>,
      overrideAccess: false,
      depth: 0,
      req,
    })
  })
}

async function ensureUnchanged({
  req,
  id,
  updatedAt,
}: {
  req: PayloadRequest
  id: string
  updatedAt: string
}) {
  // Asked for as a list, for the portal's own look is nobody's opening of the case; one that is not there the save refuses.
  const { docs } = await req.payload.find({
    collection: 'cases',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    overrideAccess: false,
    depth: 0,
    req,
  })
  const [current] = docs
  if (!current || isSameInstant(current.updatedAt, updatedAt)) return
  const changedBy = await usernameOf({ req, id: current.updatedBy })
  const who = changedBy ?? (languageOf(req) === 'de' ? 'jemand anderem' : 'somebody else')
  throw refusal(req, 409, 'conflict', {
    params: { who },
    extra: { changedBy, changedAt: current.updatedAt, current },
  })
}

/** The name of whoever changed a case last; ids of others are not readable for everyone, names in a conflict are. */
async function usernameOf({
  req,
  id,
}: {
  req: PayloadRequest
  id: Case['updatedBy']
}): Promise<string | null> {
  if (typeof id !== 'string') return null
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { equals: id } },
    select: { username: true },
    limit: 1,
    req,
  })
  return docs[0]?.username ?? null
}

function isSameInstant(left: string, right: string): boolean {
  return left === right || Date.parse(left) === Date.parse(right)
}
