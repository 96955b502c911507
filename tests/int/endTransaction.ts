import { Binary, MongoClient } from 'mongodb'
import type { Payload } from 'payload'

/** A transaction of MongoDB as its session (hex) and its number there. */
export type OpenTransaction = { lsid: string; txnNumber: number }

type Session = {
  serverSession: { id: { id: { buffer: Uint8Array } }; txnNumber: number }
  startTransaction(options?: unknown): void
}

/** Payload's MongoDB adapter as far as the tests touch it. */
type Connection = { startSession(): Promise<Session> }

/**
 * Takes back the transaction of a process that is dead or cut off, over a connection of its own. A server that is killed
 * forgets it at once; one that goes on keeps it, and what it has locked, until a limit of its own is over: 60 seconds on
 * MongoDB, never on the compatible server of the tests.
 */
export async function endTransaction({
  uri,
  open: { lsid, txnNumber },
}: {
  uri: string
  open: OpenTransaction
}): Promise<void> {
  const client = await MongoClient.connect(uri)
  const session = client.startSession()
  const id = new Binary(Buffer.from(lsid, 'hex'), Binary.SUBTYPE_UUID)
  Object.assign(session.serverSession as object, { id: { id } })
  const abort = { abortTransaction: 1, txnNumber, autocommit: false }
  await client
    .db('admin')
    .command(abort, { session })
    .catch(() => undefined) // It had ended by itself.
  await client.close()
}

/** Tells of each transaction that the store begins; on the embedded database there is nothing to tell. */
export function watchTransactions(payload: Payload, tell: (open: OpenTransaction) => void): void {
  if (payload.db.name !== 'mongoose') return
  const { connection } = payload.db as unknown as { connection: Connection }
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
