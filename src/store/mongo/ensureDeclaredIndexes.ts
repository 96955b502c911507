type IndexKey = Record<string, unknown>
type IndexOptions = Record<string, unknown>

/** A mongoose model as far as its indexes go. */
type IndexedModel = {
  schema: { indexes(): [IndexKey, IndexOptions][] }
  collection: {
    name: string
    indexes(): Promise<({ key: IndexKey } & IndexOptions)[]>
    createIndex(key: never, options: never): Promise<unknown>
  }
}

/**
 * Makes the indexes that the collections declare, and names every one that is there in another form or cannot be made
 * (a unique one over values that are there twice). Indexes that nobody declared are left alone.
 */
export async function ensureDeclaredIndexes(models: readonly IndexedModel[]): Promise<void> {
  const troubles: string[] = []
  for (const model of models) troubles.push(...(await ensureIndexesOf(model)))
  if (troubles.length > 0)
    throw new Error(`MongoDB's indexes are not as declared:\n  ${troubles.join('\n  ')}`)
}

async function ensureIndexesOf({ schema, collection }: IndexedModel): Promise<string[]> {
  const present = await collection.indexes().catch(noneYet)
  const troubles: string[] = []
  for (const [key, options] of schema.indexes()) {
    const found = present.find((index) => JSON.stringify(index.key) === JSON.stringify(key))
    const name = `${collection.name} (${Object.keys(key).join(', ')})`
    if (found) {
      const different = ['unique', 'sparse'].filter(
        (option) => Boolean(found[option]) !== Boolean(options[option]),
      )
      if (different.length > 0)
        troubles.push(`${name}: ${found.name} differs in ${different.join(' and ')}; drop it and start again`)
      continue
    }
    const made = await collection.createIndex(key as never, options as never).then(
      () => null,
      (error: Error) => error,
    )
    if (made) troubles.push(`${name}: is missing and cannot be made: ${made.message}`)
  }
  return troubles
}

/** A collection that nothing was stored in yet. */
function noneYet(error: { code?: number }) {
  if (error.code === 26) return []
  throw error
}
