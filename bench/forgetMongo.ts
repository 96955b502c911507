import type { Payload } from 'payload'

/** The embedded database goes with its folder; on a server nothing is left behind either. */
export async function forgetMongo({ db }: Payload): Promise<void> {
  const { connection } = db as unknown as { connection?: { dropDatabase(): Promise<unknown> } }
  await connection?.dropDatabase()
}
