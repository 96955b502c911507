import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'

/**
 * Has the disk hold what a large transaction has logged so far, by another thread; committing it then has little left to
 * wait for, and nobody in this process waits with it.
 */
export async function flushLog(databasePath: string): Promise<void> {
  // SQLite takes its locks on other files, so that closing this one loses none.
  const log = await open(`${databasePath}-wal`, 'r+')
  try {
    await log.sync()
  } finally {
    await log.close()
  }
}

/** Moves what is logged into the database's file, by another thread; it may take a second for a hundred megabytes. */
export async function moveLog(databasePath: string): Promise<void> {
  await inThread({ databasePath, work: `database.prepare('PRAGMA wal_checkpoint(PASSIVE)').all()` })
}

/**
 * Writes the database's file anew and empties its log, by another thread: of deleted values, which SQLite leaves in
 * freed space, no byte is left. Needs the room of the file in the temporary folder and once more beside it, and some seconds for a gigabyte.
 */
export async function writeAnew(databasePath: string): Promise<void> {
  const isEmpty = await inThread({
    databasePath,
    work: `
      // The copy that it makes stands in a file: this client would hold all of it in memory.
      database.exec('PRAGMA temp_store = FILE')
      database.exec('VACUUM')
      const [log] = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      parentPort.postMessage(log.busy === 0)`,
  })
  if (isEmpty !== true)
    throw new Error('The log of the database could not be emptied: somebody is reading it.')
}

/** The thread finds the client where the process does, from the folder it runs in. Gives what the work posts. */
function inThread({ databasePath, work }: { databasePath: string; work: string }): Promise<unknown> {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    const Database = require('libsql')
    const database = new Database(workerData)
    database.exec('PRAGMA busy_timeout = 5000')
    ${work}
    database.close()
  `
  return new Promise((resolve, reject) => {
    const thread = new Worker(code, { eval: true, workerData: databasePath })
    let posted: unknown
    thread.on('message', (message) => {
      posted = message
    })
    thread.on('error', reject)
    thread.on('exit', () => resolve(posted))
  })
}
