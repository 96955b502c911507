import { z } from 'zod'
import { documentOf } from '../documentOf'

/** What Payload's own endpoints take and give, where it is not a document alone. */

const where = z.unknown().meta({ $ref: '#/components/schemas/Where' })
const sort = z.string().optional()
const depth = z.coerce.number().int().min(0).max(2).optional()
const limit = z.coerce.number().int().min(0).optional()
const page = z.coerce.number().int().min(1).optional()

export const listQuery = z.object({ where: where.optional(), sort, limit, page, depth })
export const whereQuery = z.object({ where: where.optional() })
export const changeQuery = z.object({ where, sort, limit, depth })
export const removeQuery = z.object({ where, depth })
export const depthQuery = z.object({ depth })

export const idParams = z.object({ id: z.string() })
export const totalOut = z.object({ totalDocs: z.number().int() })
export const messageOut = z.object({ message: z.string() })

/** A page of documents as Payload's lists answer it. */
export const pageOut = <Doc extends z.ZodType>(doc: Doc) =>
  z.object({
    docs: z.array(doc),
    totalDocs: z.number().int(),
    limit: z.number().int(),
    totalPages: z.number().int(),
    page: z.number().int(),
    pagingCounter: z.number().int(),
    hasPrevPage: z.boolean(),
    hasNextPage: z.boolean(),
    prevPage: z.number().int().nullable(),
    nextPage: z.number().int().nullable(),
  })

export const changedOut = <Doc extends z.ZodType>(doc: Doc) => z.object({ doc, message: z.string() })

/** The answer to changing or removing several documents. */
export const severalOut = <Doc extends z.ZodType>(doc: Doc) =>
  z.object({ docs: z.array(doc), errors: z.array(z.unknown()).max(0), message: z.string() })

/** The same where some could not be: those that could are done. */
export const severalFailedOut = <Doc extends z.ZodType>(doc: Doc) =>
  z.object({
    docs: z.array(doc),
    errors: z
      .array(z.object({ id: z.string(), code: z.enum(['invalid', 'internal']), message: z.string() }))
      .min(1),
    message: z.string(),
  })

/** With some documents only where there is a condition on them. */
const allowed = z
  .union([z.literal(true), z.object({ permission: z.literal(true), where: z.unknown() })])
  .optional()

/** What one may do with a document; of its fields `true` where one may do all of it with each. */
export const permissionsOut = z.object({
  create: allowed,
  read: allowed,
  update: allowed,
  delete: allowed,
  unlock: allowed,
  readVersions: allowed,
  fields: z.union([z.literal(true), z.record(z.string(), z.unknown())]).optional(),
})
export const accessOut = z.object({
  canAccessAdmin: z.boolean(),
  collections: z.record(z.string(), permissionsOut).optional(),
  globals: z.record(z.string(), permissionsOut).optional(),
})

/** The account of a session, as logging in and `me` answer it. */
const sessionUser = z.intersection(documentOf('users'), z.object({ _strategy: z.string().optional() }))
const totp = z.string().max(50).optional()

export const loginIn = z.object({ email: z.email(), password: z.string(), totp })
export const loginOut = z.object({
  message: z.string(),
  user: sessionUser,
  token: z.string(),
  exp: z.number().int(),
})
export const meOut = z.object({
  message: z.string(),
  user: sessionUser.nullable(),
  collection: z.literal('users').optional(),
  strategy: z.string().optional(),
  token: z.string().optional(),
  exp: z.number().int().optional(),
})
export const refreshOut = z.object({
  message: z.string(),
  user: sessionUser,
  refreshedToken: z.string(),
  exp: z.number().int(),
  setCookie: z.boolean().optional(),
  strategy: z.string().optional(),
})
export const resetPasswordIn = z.object({ token: z.string(), password: z.string(), totp })
export const resetPasswordOut = z.object({
  message: z.string(),
  user: sessionUser,
  token: z.string(),
  exp: z.number().int(),
})
export const unlockIn = z.object({ email: z.email() })

/** By their own doors preferences are written past the rules of documents; MongoDB notes no `createdAt` then. */
export const preferenceOut = z.object({
  id: z.string(),
  key: z.string(),
  value: z.unknown(),
  user: z.object({ relationTo: z.literal('users'), value: z.string() }),
  updatedAt: z.string(),
  createdAt: z.string().optional(),
})
export const preferenceIn = z.object({ value: z.unknown() })
