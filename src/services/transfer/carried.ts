import type { CollectionSlug, Payload } from 'payload'

/** What has no meaning in the other database: what the embedded one has been through, and who edits what at the moment. */
const notCarried: readonly string[] = ['payload-migrations', 'payload-locked-documents']

/** The collections of an installation that move with it. */
export function carriedCollections({ config }: Payload): CollectionSlug[] {
  return config.collections.map(({ slug }) => slug).filter((slug) => !notCarried.includes(slug))
}

/** How far one collection is. */
export type TransferProgress = {
  step: 'carried' | 'verified'
  collection: string
  done: number
  total: number
}

/** The two databases of a transfer, and who is told how far it is. */
export type Transfer = { from: Payload; to: Payload; say: (progress: TransferProgress) => void }
