/** The driver's names for a server that cannot be reached, or went away in the middle of a command. */
const away: ReadonlySet<string> = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
])

/** Whether the error says that the database could not be reached, so that trying again later helps. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (away.has(cause.name)) return true
  return false
}
