import type { DatabaseCopy } from './databaseCopy'

/** The database of a URI, as backups see it. Only the driver that is needed is loaded. */
export async function openDatabaseCopy(uri: string): Promise<DatabaseCopy> {
  if (uri.startsWith('file:')) {
    const { sqliteCopy } = await import('../sqlite/sqliteCopy')
    return sqliteCopy(uri)
  }
  const { mongoCopy } = await import('../mongo/mongoCopy')
  return mongoCopy(uri)
}
