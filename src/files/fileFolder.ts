/** A file that is not sure to stay: whoever wrote it, or was about to delete it, has not come to the end yet. */
export type BegunFile = { name: string; since: Date }

/** A file as it was when it was listed. `read` gives `null` when it has gone since. */
export type StoredFile = {
  name: string
  bytes: number
  isBegun: boolean
  read(): Promise<AsyncIterable<Uint8Array> | null>
}

/**
 * Where files of one kind are, on the disk or in a bucket; nobody else needs to know which. Names have no folders. What
 * cannot be reached throws `FilesAway`.
 */
export type FileFolder = {
  /** As messages name it. */
  readonly place: string
  /** Throws what stands against reading and writing here. */
  check(): Promise<void>
  /** Writes a file, whole and to last, that can be read from now on but is only begun. */
  begin(name: string, bytes: Uint8Array): Promise<void>
  /** The file stays; nothing happens where it did already. */
  finish(name: string): Promise<void>
  /** A file that may have to go is only begun again. */
  doubt(name: string): Promise<void>
  /** Those that are neither finished nor removed, each with when it was begun. */
  begun(): Promise<BegunFile[]>
  /** `null` when there is none. */
  read(name: string): Promise<Buffer | null>
  /** Removes a file, begun or finished, where there is one. */
  remove(name: string): Promise<void>
  list(): Promise<StoredFile[]>
  /** Writes a finished file. */
  write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** Removes all files; the folder itself stays. */
  empty(): Promise<void>
  /** Adds a line to a file that only grows (`….log`), to last when this returns. */
  addLine(name: string, line: string): Promise<void>
}
