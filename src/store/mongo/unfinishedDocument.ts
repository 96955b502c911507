import { readUnfinished, type UnfinishedWork } from '../backup/unfinishedWork'

/** Where it is noted that this MongoDB is being filled; every node sees it before it starts. */
export const unfinishedCollection = 'portal-restore'

type Notes = {
  findOne(filter: object, options: object): Promise<object | null>
  replaceOne(filter: object, document: object, options: object): Promise<unknown>
  deleteMany(filter: object): Promise<unknown>
}

/** Notes that filling has begun, or with `null` that it has ended. */
export async function writeUnfinishedDocument({
  notes,
  note,
}: {
  notes: Notes
  note: UnfinishedWork | null
}): Promise<void> {
  if (note) await notes.replaceOne({}, note, { upsert: true })
  else await notes.deleteMany({})
}

/** What has begun and not ended, if there is anything. */
export async function readUnfinishedDocument(notes: Pick<Notes, 'findOne'>): Promise<UnfinishedWork | null> {
  const found = await notes.findOne({}, { projection: { _id: 0 } })
  return found ? readUnfinished(found) : null
}
