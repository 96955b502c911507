import type { ExistingWeek } from '../../domain/imports/planWeekRows'
import type { ImportWrites, UndoWrites } from '../importStore'
import { Abandoned } from './abandoned'
import { insertDocuments } from './insertDocuments'
import type { MongoDatabase, MongoSession } from './mongoDatabase'

type Work<Writes> = { database: MongoDatabase; writes: Writes; session: MongoSession }

const slug = 'yearly-summaries'

/** Stores the weeks of an import, within its transaction. */
export async function applyWeeks({ database, writes, session }: Work<ImportWrites>): Promise<void> {
  const { creates = [], updates = [] } = writes.weeks ?? {}
  const at = new Date(writes.at)
  await putWeeks({
    database,
    session,
    weeks: updates.map((week) => ({ week, version: week.updatedAt, at })),
  })
  const documents = creates.map(({ id, values }) => ({
    ...stored(values),
    _id: id,
    createdAt: at,
    updatedAt: at,
  }))
  await insertDocuments({ database, session, slug, documents })
}

/** Takes the weeks of an import back, within its transaction. */
export async function undoWeeks({ database, writes, session }: Work<UndoWrites>): Promise<void> {
  const { removed = [], reverted = [] } = writes.weeks ?? {}
  const { appliedAt } = writes
  if (removed.length > 0) {
    const ids = removed
    const { deletedCount } = await database
      .collection(slug)
      .deleteMany({ _id: { $in: ids }, updatedAt: new Date(appliedAt) }, { session })
    if (deletedCount !== ids.length) throw new Abandoned('conflict')
  }
  const weeks = reverted.map((week) => ({ week, version: appliedAt, at: new Date(week.updatedAt) }))
  await putWeeks({ database, session, weeks })
}

/** Sets weeks' values, each only when it is at its version. */
async function putWeeks({
  database,
  session,
  weeks,
}: {
  database: MongoDatabase
  session: MongoSession
  weeks: readonly { week: ExistingWeek; version: string; at: Date }[]
}): Promise<void> {
  if (weeks.length === 0) return
  const operations = weeks.map(({ week: { id, values }, version, at }) => ({
    updateOne: {
      filter: { _id: id, updatedAt: new Date(version) },
      update: { $set: { ...stored(values), updatedAt: at } },
    },
  }))
  const { matchedCount } = await database.collection(slug).bulkWrite(operations, { session })
  if (matchedCount !== weeks.length) throw new Abandoned('conflict')
}

function stored(values: ExistingWeek['values']): Record<string, unknown> {
  return { ...values, generatedAt: values.generatedAt === null ? null : new Date(values.generatedAt) }
}
