import type { NotificationEvent } from '../../domain/notifications/notificationTypes'
import { newId } from '../newId'
import { type FieldsOf, insertRows } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'

/** Statements that note something to be told. */
export function insertEvent({
  database,
  event,
}: {
  database: SqliteDatabase
  event?: NotificationEvent | null
}): Iterable<SqlStatement> {
  const fields: FieldsOf<NotificationEvent> = {
    id: newId,
    type: ({ type }) => type,
    figures: ({ figures }) => JSON.stringify(figures),
    relatedCollection: ({ related }) => related?.collection,
    relatedId: ({ related }) => related?.id,
    at: ({ at }) => at,
  }
  return insertRows({ database, table: 'notification_events', fields, rows: event ? [event] : [] })
}
