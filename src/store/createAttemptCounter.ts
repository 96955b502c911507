import type { Payload } from 'payload'
import type { AttemptCounter } from '../domain/rateLimits/attemptCounter'
import { memoryAttempts } from './memoryAttempts'
import { mongoAttempts } from './mongo/mongoAttempts'
import { mongoDatabase } from './mongo/mongoDatabase'

/** Where tries are counted: MongoDB is shared by many nodes, so there; the embedded database has one process. */
export function createAttemptCounter(payload: Payload): AttemptCounter {
  return payload.db.name === 'mongoose' ? mongoAttempts(mongoDatabase(payload)) : memoryAttempts()
}
