import { AsyncLocalStorage } from 'node:async_hooks'
import { type FileHandle, open } from 'node:fs/promises'
import { createLocalReq, getPayload } from 'payload'
import { mailAdapter } from '../../src/email/mailAdapter'
import { generateReport } from '../../src/services/reports/generateReport'
import { generateDueReport } from '../../src/services/reports/schedule/generateDueReport'
import { storeOf } from '../../src/store/storeOf'

/** How far a piece of work comes. */
export type Point = 'claimed' | 'halfWritten' | 'written' | 'stored' | 'toldOne' | 'unnoted' | 'none'

/** What is begun, each piece by a name of its own. */
export type Work = {
  admin: string
  scheduled: { name: string; point: Point; now: string }[]
  byHand: { name: string; point: Point; jahr: number; kw: number }[]
  /** The mail that is sent and not noted. */
  unnotedMail: string
  eml: { to: string; subject: string; text: string; messageId: string; date: string }
  mailFolder: { mailFrom: string; dataDir: string }
}

/**
 * Begins work of several kinds at once, each of which comes as far as its point and stays there; tells the parent of each,
 * which then kills it. Run by crashedWork.test.ts.
 */
const work: Work = JSON.parse(process.argv[2] ?? '{}')
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
const store = storeOf(payload)
const under = new AsyncLocalStorage<{ name: string; point: Point }>()
process.send?.('ready')
// It is to die before its first sign: clocks of the test would not go with it.
Object.assign(globalThis, { setInterval: () => undefined })

const isAt = (point: Point) => under.getStore()?.point === point

/** Tells that the work has come this far, and never goes on. */
function stay(): Promise<never> {
  process.send?.(under.getStore()?.name)
  return new Promise(() => undefined)
}

const { flagGroups, storeTogether } = store
let told = 0
Object.assign(store, {
  flagGroups: (range: Parameters<typeof flagGroups>[0]) => (isAt('claimed') ? stay() : flagGroups(range)),
  storeTogether: async (...call: Parameters<typeof storeTogether>) => {
    if (isAt('written')) await stay()
    if (isAt('toldOne') && told > 0) await stay()
    const outcome = await storeTogether(...call)
    told += 1
    if (isAt('stored')) await stay()
    return outcome
  },
})

const handle = await open(process.execPath)
const files: FileHandle = Object.getPrototypeOf(handle)
await handle.close()
const { writeFile } = files
// So that nothing closes them.
const heldFiles: FileHandle[] = []
files.writeFile = async function (this: FileHandle, data, ...options) {
  if (!isAt('halfWritten')) return writeFile.call(this, data, ...options)
  const bytes = data as Buffer
  heldFiles.push(this)
  await this.write(bytes.subarray(0, bytes.length / 2))
  await stay()
}

const { deleteOne } = payload.db
payload.db.deleteOne = (args) =>
  args.collection === 'mails' && JSON.stringify(args.where).includes(work.unnotedMail)
    ? under.run({ name: 'unnoted', point: 'unnoted' }, stay)
    : deleteOne.call(payload.db, args)

const begin = (name: string, point: Point, run: () => Promise<unknown>) =>
  under.run({ name, point }, () => void run().catch((error) => console.error(name, error)))
const reached = (name: string) =>
  new Promise<void>((resolve) => {
    const send = process.send?.bind(process)
    process.send = (message: unknown) => {
      if (message === name) resolve()
      return send?.(message as string) ?? false
    }
  })

// First, since it tells everything that there is to tell.
const toldOne = reached('telling')
begin('telling', 'toldOne', () => payload.jobs.run({ queue: 'default', silent: true }))
await toldOne
begin('mails', 'none', () => payload.jobs.run({ queue: 'mails', silent: true }))
for (const { name, point, now } of work.scheduled)
  begin(name, point, () => generateDueReport({ payload, now: new Date(now) }))
const user = await payload.findByID({ collection: 'users', id: work.admin })
for (const { name, point, jahr, kw } of work.byHand) {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  begin(name, point, () => generateReport({ req, jahr, kw }))
}
const toFolder = (await mailAdapter({ ...work.mailFolder, smtp: null } as never))({ payload })
begin('eml', 'halfWritten', () => toFolder.sendEmail(work.eml))
