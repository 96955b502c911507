import { databasePath } from '../../store/sqlite/databasePath'

/** A database as messages name it: an absolute path, or the server and the database without the account and its password. */
export function placeName(uri: string): string {
  if (uri.startsWith('file:')) return `file:${databasePath(uri)}`
  return uri.replace(/\/\/[^/]*@/, '//').replace(/\?.*$/, '')
}
