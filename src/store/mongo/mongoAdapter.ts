import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import { unfinishedWork } from '../backup/unfinishedWork'
import { claimJobs } from './claimJobs'
import { convertObjectIds } from './convertObjectIds'
import { ensureDeclaredIndexes } from './ensureDeclaredIndexes'
import { hasTransactions } from './hasTransactions'
import { giveTextIds } from './textIds'
import { readUnfinishedDocument, unfinishedCollection } from './unfinishedDocument'

/** How long a request waits for a server that is away before it is answered with `503`. */
const serverSelectionTimeoutMS = 5_000

/**
 * Payload's adapter of MongoDB, which at start makes sure of what the portal relies on: transactions, which a
 * standalone server has not and production therefore refuses, and every declared index as it is declared. One that is
 * being filled opens only for those who fill it.
 */
export function mongoAdapter({ uri, isBeingFilled = false }: { uri: string; isBeingFilled?: boolean }) {
  const database = mongooseAdapter({
    url: uri,
    connectOptions: { autoIndex: false, serverSelectionTimeoutMS },
    // Its second field, createdAt, would keep every sort from being read from an index.
    disableFallbackSort: true,
  })
  const init: typeof database.init = (args) => {
    const adapter = claimJobs(database.init(args) as MongooseAdapter)
    giveTextIds(adapter, args.payload)
    const { beginTransaction, transactionOptions, connect } = adapter
    adapter.connect = async (options) => {
      await connect?.call(adapter, options)
      const note = await readUnfinishedDocument(adapter.connection.collection(unfinishedCollection))
      if (note && !isBeingFilled) throw unfinishedWork(note)
      if (await hasTransactions(adapter.connection)) {
        // Payload turns its transactions off unless the URI names the replica set; what counts is the server.
        Object.assign(adapter, { beginTransaction, transactionOptions })
      } else {
        sayStandalone((message) => args.payload.logger.warn(message))
      }
      const converted = await convertObjectIds(adapter)
      if (converted > 0)
        args.payload.logger.info({ converted, msg: 'Ids of earlier versions are texts now.' })
      await ensureDeclaredIndexes(Object.values(adapter.collections))
    }
    return adapter
  }
  return { ...database, init }
}

function sayStandalone(warn: (message: string) => void): void {
  const message =
    'This MongoDB is a standalone server without transactions, so a failure in the middle of a save or an import ' +
    'would leave it half done. Make it a replica set (one member is enough: rs.initiate()).'
  if (process.env.NODE_ENV === 'production') throw new Error(message)
  warn(message)
}
