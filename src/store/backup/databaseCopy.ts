import type { UnfinishedWork } from './unfinishedWork'

/** A stretch of a database as it is kept in a backup. */
export type DatabasePart = { name: string; read(): AsyncIterable<Uint8Array> }

/** A database as it was at one moment. */
export type DatabaseSnapshot = {
  parts: readonly DatabasePart[]
  /** Rows of each table or documents of each collection; complete once all parts have been read. */
  counts: Record<string, number>
  /** The migrations that the database has been through; MongoDB needs none. */
  migrations: readonly string[]
  close(): Promise<void>
}

/** Where the parts of a backup are read from. */
export type PartSource = { names: readonly string[]; read(name: string): AsyncIterable<Uint8Array> }

/** A database as backups see it. No portal is started, so that nothing is migrated or changed by looking. */
export type DatabaseCopy = {
  kind: 'sqlite' | 'mongodb'
  /** Whether there is a database with something in it. */
  isThere(): Promise<boolean>
  /** What was stored at one moment, while others go on writing. `scratch` is a path free for a temporary file. */
  snapshot(scratch: string): Promise<DatabaseSnapshot>
  /** Throws `BackupFailure` when a portal runs on it, where that can be told. */
  ensureUnused(): Promise<void>
  /** Leaves nothing in it. */
  clear(): Promise<void>
  /** Puts the parts in the place of whatever is there, and returns the counts of what was stored. */
  replace(source: PartSource): Promise<Record<string, number>>
  /** A portal does not start on a database while this is noted; `null` takes the note away. */
  noteUnfinished(note: UnfinishedWork | null): Promise<void>
  unfinished(): Promise<UnfinishedWork | null>
  close(): Promise<void>
}
