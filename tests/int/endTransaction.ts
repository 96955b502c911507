import type { Payload } from 'payload'

/** A transaction of MongoDB as its session (hex) and its number there. */
export type OpenTransaction = { lsid: string; txnNumber: number }

type Session = {
  serverSession: { id: { id: unknown & { buffer: Uint8Array } }; txnNumber: number }
  startTransaction(options?: unknown): void
  endSession(): Promise<void>
}

/** What the tests touch of Payload's MongoDB adapter. */
export type SessionsOfDatabase = {
  connection: {
    base: { mongo: { Binary: new (bytes: Buffer, kind: number) => Session['serverSession']['id']['id'] } }
    startSession(): Promise<Session>
    getClient(): { db(name: string): { command(command: object, options: object): Promise<unknown> } }
  }
}

/**
 * Takes back the transaction of a process that is dead, as an operator would. A server keeps it, and what it has
 * locked, until a limit of its own is over: 60 seconds on MongoDB, never on the compatible server of the tests.
 */
export async function endTransaction(payload: Payload, { lsid, txnNumber }: OpenTransaction): Promise<void> {
  const { connection } = payload.db as unknown as SessionsOfDatabase
  const session = await connection.startSession()
  const uuid = 4
  session.serverSession.id = { id: new connection.base.mongo.Binary(Buffer.from(lsid, 'hex'), uuid) }
  const abort = { abortTransaction: 1, txnNumber, autocommit: false }
  await connection
    .getClient()
    .db('admin')
    .command(abort, { session })
    .catch(() => undefined) // It had ended by itself.
}
