type Change = { data?: object; doc: object }

/**
 * The document as a write has stored it. In `doc` Payload leaves out what whoever asks may not read or did not select, so
 * that it would look emptied; `data` has every field that was stored.
 */
export function asWritten<Document extends object>({ data, doc }: Change): Document {
  return { ...doc, ...data } as Document
}
