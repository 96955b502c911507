import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import type { CaseValues } from '../../domain/cases/caseValues'
import { withLock } from '../../lib/keyedLock'
import { languageOf } from '../../lib/language'
import { refusal } from '../../lib/refuse'
import type { Case } from '../../payload-types'
import { isWriteConflict } from '../../store/isWriteConflict'

/** How often a case is saved anew when others save the same one at the same moment. */
const maxAttempts = 5

type Saving = {
  req: PayloadRequest
  id: string
  changes: CaseValues
  updatedAt?: string
}

type Version = { req: PayloadRequest; id: string; updatedAt: string }

/**
 * Saves some fields of a case for whoever asks, with their rights. With `updatedAt` (the version they saw, an ISO
 * instant) a case changed since is a `409` that shows what it is now and who changed it.
 */
export async function saveCase(saving: Saving): Promise<Case> {
  return withLock(`case ${saving.id}`, async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await saveAtOnce(saving)
      } catch (error) {
        if (!isWriteConflict(error) || attempt === maxAttempts) throw error
      }
    }
  })
}

/** Looks and saves in one transaction, where there are any: of two processes at once one has to look again. */
async function saveAtOnce({ req, id, changes, updatedAt }: Saving): Promise<Case> {
  const isOurs = await initTransaction(req)
  try {
    if (updatedAt !== undefined) await ensureUnchanged({ req, id, updatedAt })
    if (updatedAt !== undefined && isOurs) await takeVersion({ req, id, updatedAt })
    const saved = await req.payload.update({
      collection: 'cases',
      id,
      data: changes as Partial<Case>,
      overrideAccess: false,
      depth: 0,
      req,
    })
    if (isOurs) await commitTransaction(req)
    return saved
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

/** From now on in the transaction nobody else saves this version; without one, the lock of the one process sees to that. */
async function takeVersion({ req, id, updatedAt }: Version): Promise<void> {
  const taken = await req.payload.db.updateOne({
    collection: 'cases',
    where: { and: [{ id: { equals: id } }, { updatedAt: { equals: updatedAt } }] },
    data: { updatedAt: new Date().toISOString() },
    req,
  })
  if (!taken) await ensureUnchanged({ req, id, updatedAt })
}

async function ensureUnchanged({ req, id, updatedAt }: Version): Promise<void> {
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
