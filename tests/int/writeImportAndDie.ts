import { createLocalReq, getPayload } from 'payload'
import { storeOf } from '../../src/store/storeOf'
import { watchTransactions } from './endTransaction'

/**
 * Confirms or undoes an import for a user and dies (-9) at a point of it: before anything is written (`begun`), when that
 * share of it is (0 to 1), or when all is and nobody knows (`stored`). Run by crash.test.ts.
 */
const [what = '', importId = '', userId = '', point = ''] = process.argv.slice(2)

// Only a started portal reopens interrupted imports; this one shares its database with the test's.
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
const user = await payload.findByID({ collection: 'users', id: userId })
const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
const { confirmImport } = await import('../../src/services/imports/confirmImport')
const { undoImport } = await import('../../src/services/imports/undoImport')
process.send?.('ready')
// So that the parent can end it when this process is dead.
watchTransactions(payload, (open) => process.send?.(open))

const die = () => process.kill(process.pid, 'SIGKILL')

/** The write of the store that dies on its way. */
function dying<Writes, Outcome>(write: (writes: Writes, tell?: (share: number) => void) => Promise<Outcome>) {
  return async (writes: Writes): Promise<Outcome> => {
    if (point === 'begun') die()
    const outcome = await write(writes, (share) => {
      if (share >= Number(point)) die()
    })
    if (point === 'stored') die()
    return outcome
  }
}

const store = storeOf(payload)
Object.assign(store, { applyImport: dying(store.applyImport), undoImport: dying(store.undoImport) })
if (what === 'undo') await undoImport({ req, importId })
else await confirmImport({ req, kind: 'crm-csv', importId, decisions: {}, corrections: {} })
process.exit(1)
