import type { CollectionSlug } from 'payload'
import type { MailServer } from '../mailServer'
import type { Answer, Login, Portal } from '../portal'

/** Where the calls are made, and what one leaves for the next. */
export type World = {
  portal: Portal
  admin: Login
  server: MailServer
  known: Map<string, string>
}

/** One operation called so that it succeeds: its answer, and where it was asked. */
export type ApiCall = (world: World) => Promise<{ path: string; answer: Answer }>
export type ApiCalls = Readonly<Record<string, ApiCall>>

type Options = Parameters<Portal['call']>[2]

/** Calls an operation as an admin, or as `as` says. */
export async function ask(
  { portal, admin }: World,
  method: string,
  path: string,
  options: Options = {},
): Promise<{ path: string; answer: Answer }> {
  return { path, answer: await portal.call(method, path, { as: admin, ...options }) }
}

/** The id of any document of a collection. */
export async function anyId({ portal }: World, collection: CollectionSlug): Promise<string> {
  const { docs } = await portal.payload.find({ collection, limit: 1, depth: 0 })
  if (!docs[0]) throw new Error(`There is no document in ${collection}.`)
  return String(docs[0].id)
}

/** What an earlier call left. */
export function recall({ known }: World, name: string): string {
  const value = known.get(name)
  if (!value) throw new Error(`No call before left ${name}.`)
  return value
}
