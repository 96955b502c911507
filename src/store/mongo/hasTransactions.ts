type Connection = {
  db?:
    | { admin(): { command(command: Record<string, unknown>): Promise<Record<string, unknown>> } }
    | undefined
}

/** Whether the server has transactions: a member of a replica set, or the router of a sharded cluster. */
export async function hasTransactions({ db }: Connection): Promise<boolean> {
  const hello = await db?.admin().command({ hello: 1 })
  return Boolean(hello?.setName) || hello?.msg === 'isdbgrid'
}
