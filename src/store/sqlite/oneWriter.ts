import type { SqlClient } from './sqliteDatabase'

/** Who may write to the embedded database: everyone in turn, and one alone while it stores something large. */
export type OneWriter = {
  /** Runs the work when nobody else's is running; until it ends, what else wants to write waits. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Makes a client wait with its writes while a large transaction is open. SQLite would wait too, but with the whole
 * process, which the transaction needs to go on. Reading never waits.
 */
export function letOneWrite(client: SqlClient): OneWriter {
  let running: Promise<unknown> | null = null
  const execute = client.execute.bind(client)
  const batch = client.batch.bind(client)
  const turn = async () => {
    while (running) await running
  }
  client.execute = async (...call) => {
    if (isWrite(call[0])) await turn()
    return execute(...call)
  }
  client.batch = async (...call) => {
    await turn()
    return batch(...call)
  }
  return {
    alone: async (work) => {
      await turn()
      const run = work()
      const end = run.then(
        () => undefined,
        () => undefined,
      )
      running = end
      try {
        return await run
      } finally {
        if (running === end) running = null
      }
    },
  }
}

const reading = /^\s*(select|with|pragma|explain)\b/i

function isWrite(statement: Parameters<SqlClient['execute']>[0]): boolean {
  return !reading.test(typeof statement === 'string' ? statement : statement.sql)
}
