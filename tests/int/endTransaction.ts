import type { Payload } from 'payload'

/** A transaction of MongoDB as its session (hex) and its number there. */
export type OpenTransaction = { lsid: string; txnNumber: number }

type Session = {
  serverSession: { id: { id: unknown & { buffer: Uint8Array } }; txnNumber: number }
  startTransaction(options?: unknown): void
  endSession(): Promise<void>
}

type Connection = {
  base: {
    createConnection(uri: string): { asPromise(): Promise<Connection> }
    mongo: { Binary: new (bytes: Buffer, kind: number) => Session['serverSession']['id']['id'] }
  }
  startSession(): Promise<Session>
  getClient(): { db(name: string): { command(command: object, options: object): Promise<unknown> } }
  close(): Promise<void>
}

/** Payload's MongoDB adapter as far as the tests touch it. */
const connectionOf = ({ db }: Payload) => (db as unknown as { connection: Connection }).connection

/**
 * Takes back the transaction of a process that is dead or cut off, over a connection of its own. A server that is killed
 * forgets it at once; one that goes on keeps it, and what it has locked, until a limit of its own is over: 60 seconds on
 * MongoDB, never on the compatible server of the tests.
 */
export async function endTransaction({
  payload,
  uri,
  open: { lsid, txnNumber },
}: {
  payload: Payload
  uri: string
  open: OpenTransaction
}): Promise<void> {
  const connection = await connectionOf(payload).base.createConnection(uri).asPromise()
  const session = await connection.startSession()
  const uuid = 4
  session.serverSession.id = { id: new connection.base.mongo.Binary(Buffer.from(lsid, 'hex'), uuid) }
  const abort = { abortTransaction: 1, txnNumber, autocommit: false }
  await connection
    .getClient()
    .db('admin')
    .command(abort, { session })
    .catch(() => undefined) // It had ended by itself.
  await connection.close()
}

/** Tells of each transaction that the store begins; on the embedded database there is nothing to tell. */
export function watchTransactions(payload: Payload, tell: (open: OpenTransaction) => void): void {
  if (payload.db.name !== 'mongoose') return
  const connection = connectionOf(payload)
  const startSession = connection.startSession.bind(connection)
  connection.startSession = async () => {
    const session = await startSession()
    const startTransaction = session.startTransaction.bind(session)
    session.startTransaction = (options) => {
      startTransaction(options)
      const { id, txnNumber } = session.serverSession
      tell({ lsid: Buffer.from(id.id.buffer).toString('hex'), txnNumber })
    }
    return session
  }
}
