import type { RestoreNote } from '../backup/databaseCopy'

/** Where a restore into MongoDB is noted; every node sees it before it starts. */
export const restoreNoteCollection = 'portal-restore'

type Notes = {
  findOne(filter: object): Promise<object | null>
  replaceOne(filter: object, document: object, options: object): Promise<unknown>
  deleteMany(filter: object): Promise<unknown>
}

/** Notes that a restore has begun, or with `null` that it has ended. */
export async function writeRestoreNote({
  notes,
  note,
}: {
  notes: Notes
  note: RestoreNote | null
}): Promise<void> {
  if (note) await notes.replaceOne({}, note, { upsert: true })
  else await notes.deleteMany({})
}

/** The restore that has begun and not ended, if there is one. */
export async function readRestoreNote(notes: Pick<Notes, 'findOne'>): Promise<RestoreNote | null> {
  const found = await notes.findOne({})
  if (!found) return null
  const { file, kept, since } = found as RestoreNote
  return { file, kept, since }
}
