import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Loaded into a node before its own modules: notes each transaction that it begins in the file `TRANSACTIONS`, so that a test
 * that kills the node can end what it has left open (see endTransaction.ts).
 */
const { ClientSession } = createRequire(import.meta.url)('mongodb')
const { startTransaction } = ClientSession.prototype

ClientSession.prototype.startTransaction = function (options) {
  startTransaction.call(this, options)
  const { id, txnNumber } = this.serverSession
  const lsid = Buffer.from(id.id.buffer).toString('hex')
  appendFileSync(process.env.TRANSACTIONS, `${JSON.stringify({ lsid, txnNumber })}\n`)
}
