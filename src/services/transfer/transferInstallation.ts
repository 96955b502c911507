import type { Payload } from 'payload'
import { decideTransfer } from '../../domain/transfer/decideTransfer'
import type { DatabaseCopy } from '../../store/backup/databaseCopy'
import { openDatabaseCopy } from '../../store/backup/openDatabaseCopy'
import { type TransferNote, unfinishedWork } from '../../store/backup/unfinishedWork'
import type { Transfer } from './carried'
import { carryDocuments } from './carryDocuments'
import { carryFiles, type FilesTransfer } from './carryFiles'
import { copySource, type SourceCopy } from './copySource'
import { placeName } from './placeName'
import { TransferFailure } from './transferFailure'
import { type Verified, verifyTransfer } from './verifyTransfer'

export type TransferRequest = {
  /** `file:…`, the embedded database of a stopped portal. */
  from: string
  /** `mongodb://…`, an empty database, or one that an earlier run began to fill. */
  to: string
  /** The migrations that this version has. */
  knownMigrations: readonly string[]
  now: Date
  /** Absent where the files stay where they are. */
  files?: FilesTransfer
  /** Payload on a database, without the portal; `isBeingFilled` where its note keeps others out. */
  open: (database: { uri: string; isBeingFilled?: boolean }) => Promise<Payload>
  /** Is told what the run does, once it is decided. */
  tell: (doing: 'begin' | 'continue' | 'beginAnew') => void
} & Pick<Transfer, 'say'>

/**
 * Carries an installation from the embedded database to MongoDB, and compares everything there with what it was. A run
 * that was cut off is continued by the next; until one has ended no portal starts on the target. Throws
 * `TransferFailure` or `BackupFailure`; what is in another target than an empty one is never touched.
 */
export async function transferInstallation(request: TransferRequest): Promise<Verified[]> {
  const target = await openDatabaseCopy(request.to).catch((error: Error) => {
    throw new TransferFailure(`${placeName(request.to)} cannot be reached: ${error.message}`)
  })
  try {
    const copy = await copySource(request)
    try {
      return await transferCopy({ request, copy, target })
    } finally {
      await copy.remove()
    }
  } finally {
    await target.close()
  }
}

type Transferring = { request: TransferRequest; copy: SourceCopy; target: DatabaseCopy }

async function transferCopy({ request, copy, target }: Transferring): Promise<Verified[]> {
  const from = await request.open({ uri: copy.uri })
  try {
    const note = await beginTransfer({ request, copy, target, from })
    const to = await request.open({ uri: request.to, isBeingFilled: true })
    try {
      return await fill({ transfer: { from, to, say: request.say }, files: request.files, target, note })
    } finally {
      await to.destroy()
    }
  } finally {
    await from.destroy()
  }
}

/** Notes in the target that it is being filled, before anything else is put there. */
async function beginTransfer({
  request,
  copy: { state },
  target,
  from,
}: Transferring & { from: Payload }): Promise<TransferNote> {
  const installation = await installationOf({ payload: from, knownMigrations: request.knownMigrations })
  const begun = await target.unfinished()
  if (begun?.work === 'restore') throw unfinishedWork(begun)
  const isEmpty = !(await target.isThere())
  const decision = decideTransfer({ source: { installation, state }, target: { isEmpty, begun } })
  if (decision.do === 'refuse') throw refusal({ because: decision.because, begun, to: request.to })
  const since = decision.do === 'continue' && begun ? begun.since : request.now.toISOString()
  const note: TransferNote = {
    work: 'transfer',
    from: placeName(request.from),
    installation,
    state,
    since,
  }
  // What is to be cleared must not be continued, should this run be cut off while it is.
  if (decision.do === 'beginAnew') {
    await target.noteUnfinished({ ...note, state: null })
    await target.clear()
  }
  await target.noteUnfinished(note)
  request.tell(decision.do)
  return note
}

async function fill({
  transfer,
  files,
  target,
  note,
}: {
  transfer: Transfer
  files?: FilesTransfer
  target: DatabaseCopy
  note: TransferNote
}): Promise<Verified[]> {
  await carryDocuments(transfer)
  const verified = await verifyTransfer(transfer)
  if ('difference' in verified) {
    await target.noteUnfinished({ ...note, state: null })
    throw new TransferFailure(
      `What was carried is not what was there: ${verified.difference} No portal starts on it; run this again, and it ` +
        'begins anew.',
    )
  }
  const carried = files ? await carryFiles(files) : []
  await target.noteUnfinished(null)
  return [...verified, ...carried]
}

type Identifying = { payload: Payload; knownMigrations: readonly string[] }

/** An installation is known by when its database was made, which has an id as everything has. */
async function installationOf({ payload, knownMigrations: [first] }: Identifying): Promise<string> {
  const where = { name: { equals: first } }
  const made = await payload.db.findOne<{ id: string }>({ collection: 'payload-migrations', where })
  if (!made) throw new Error(`The database has not been through ${first}.`)
  return made.id
}

type Refusing = {
  because: 'occupied' | 'otherInstallation'
  begun: TransferNote | null
  to: string
}

function refusal({ because, begun, to }: Refusing): TransferFailure {
  switch (because) {
    case 'occupied':
      return new TransferFailure(
        `${placeName(to)} holds something already, and nothing was changed there. If this installation was carried ` +
          'there before, there is nothing left to do: start the portal on it. If not, name an empty database (no ' +
          'portal may have been started on it).',
      )
    case 'otherInstallation':
      return new TransferFailure(
        `${placeName(to)} holds a part of another installation, of ${begun?.from}, whose transfer was begun at ` +
          `${begun?.since}. Finish that one, or name another database.`,
      )
  }
}
