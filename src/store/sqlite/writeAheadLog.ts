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

/** The thread finds the client where the process does, from the folder it runs in. */
const checkpoint = `
  const { workerData } = require('node:worker_threads')
  const Database = require('libsql')
  const database = new Database(workerData)
  database.exec('PRAGMA busy_timeout = 5000')
  database.prepare('PRAGMA wal_checkpoint(PASSIVE)').all()
  database.close()
`

/** Moves what is logged into the database's file, by another thread; it may take a second for a hundred megabytes. */
export function moveLog(databasePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(checkpoint, { eval: true, workerData: databasePath })
    thread.on('error', reject)
    thread.on('exit', () => resolve())
  })
}
