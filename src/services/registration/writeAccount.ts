import type { PayloadRequest } from 'payload'
import { isPasswordOf, unmatchedHash } from '../../lib/crypto/isPasswordOf'
import { findUserByEmail } from '../users/findUserByEmail'
import type { Admission } from './admission'

/** Who registers, normalised: the address is trimmed and lower case. */
export type Applicant = { username: string; email: string; password: string }

type Call = { req: PayloadRequest; applicant: Applicant; admission: Admission }
const context = { auditAs: { collection: 'users', action: 'register' } } as const

type Written = { userId: string; isNew: boolean }

/**
 * Makes the account of an address, or takes the place of one whose address was never confirmed: nothing was ever done
 * with that, and whoever holds the mailbox decides. Any other account stays as it is, and costs the same time.
 */
export async function writeAccount(call: Call): Promise<Written> {
  const known = await findKnown(call)
  if (!known) return makeAccount(call)
  if (known.awaitsConfirmation && (await takeOver(call))) return { userId: known.id, isNew: true }
  await isPasswordOf({ password: call.applicant.password, ...unmatchedHash })
  return { userId: known.id, isNew: false }
}

/**
 * A user name that is taken gets a number: saying that it is taken would tell who is here. Address and name are unique in
 * the database, so of two at once one is told by it.
 */
async function makeAccount(call: Call): Promise<Written> {
  const username = await freeName(call)
  const data = { ...call.applicant, username, ...stateOf(call.admission) }
  try {
    const { req } = call
    const { id } = await req.payload.create({ collection: 'users', data, context, req, depth: 0 })
    return { userId: id, isNew: true }
  } catch (error) {
    const quicker = await findKnown(call)
    if (quicker) return { userId: quicker.id, isNew: false }
    if (!(await isTaken(call.req, username))) throw error
    return makeAccount(call)
  }
}

async function takeOver(call: Call): Promise<boolean> {
  const { req, applicant, admission } = call
  const { password, email } = applicant
  const { docs } = await req.payload.update({
    collection: 'users',
    where: { and: [{ email: { equals: email } }, { awaitsConfirmation: { equals: true } }] },
    data: { password, ...stateOf(admission) },
    context,
    req,
    depth: 0,
  })
  return docs.length > 0
}

/** Nothing of this is ever taken from whoever registers. */
function stateOf({ role, isAddressProven }: Admission) {
  return {
    role,
    isActive: isAddressProven,
    awaitsConfirmation: !isAddressProven,
    mustChangePassword: false,
  }
}

/** With each try twice the number, so that a thousand people of one name take ten. */
async function freeName({ req, applicant: { username } }: Call): Promise<string> {
  if (!(await isTaken(req, username))) return username
  let number = 2
  while (await isTaken(req, `${username}-${number}`)) number *= 2
  return `${username}-${number}`
}

async function isTaken(req: PayloadRequest, username: string): Promise<boolean> {
  const where = { username: { equals: username } }
  return (await req.payload.db.findOne({ collection: 'users', where })) !== null
}

function findKnown({ req: { payload }, applicant: { email } }: Call) {
  return findUserByEmail({ payload, email })
}
