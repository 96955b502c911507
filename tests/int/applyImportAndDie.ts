import { createLocalReq, getPayload, type Payload } from 'payload'
import type { SessionsOfDatabase } from './endTransaction'

/** Confirms an import for a user, telling the parent when it begins; run by crash.test.ts, which kills it. */
const [importId = '', userId = ''] = process.argv.slice(2)

// Only a started portal reopens interrupted imports; this one shares its database with the test's.
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
const user = await payload.findByID({ collection: 'users', id: userId })
const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
const { confirmImport } = await import('../../src/services/imports/confirmImport')
if (payload.db.name === 'mongoose') tellTransactions(payload)
process.send?.('begun')
await confirmImport({ req, importId, decisions: {}, corrections: {} })
process.exit(0)

/** Tells the parent each transaction that begins, so that it can be ended when this process is dead. */
function tellTransactions({ db }: Payload): void {
  const { connection } = db as unknown as SessionsOfDatabase
  const startSession = connection.startSession.bind(connection)
  connection.startSession = async () => {
    const session = await startSession()
    const startTransaction = session.startTransaction.bind(session)
    session.startTransaction = (options) => {
      startTransaction(options)
      const { id, txnNumber } = session.serverSession
      process.send?.({ lsid: Buffer.from(id.id.buffer).toString('hex'), txnNumber })
    }
    return session
  }
}
