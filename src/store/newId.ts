import { v7 } from 'uuid'

/** A new id of a document: a UUID in order of time (RFC 9562, version 7), on both databases. */
export function newId(): string {
  return v7()
}
