import type { DatabaseAdapter } from 'payload'

type DeleteOne = DatabaseAdapter['deleteOne']

/**
 * Payload's `deleteOne` of the embedded database fails where nothing fits a condition on a related document, for it asks
 * once more without joining that. So what is deleted is looked up before, and deleted by its id.
 */
export function deleteFound(adapter: Pick<DatabaseAdapter, 'deleteOne' | 'findOne'>): DeleteOne {
  const deleteOne = adapter.deleteOne.bind(adapter)
  return async ({ where, ...args }) => {
    if (isById(where)) return deleteOne({ where, ...args })
    const { collection, req } = args
    const found = await adapter.findOne({ collection, where, req })
    return found ? deleteOne({ where: { id: { equals: found.id } }, ...args }) : (null as never)
  }
}

function isById(where: object): boolean {
  return Object.keys(where).join() === 'id'
}
