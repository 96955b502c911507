import { createLocalReq, getPayload } from 'payload'
import { watchTransactions } from './endTransaction'

/** Confirms or undoes an import for a user, telling the parent when it begins; run by crash.test.ts, which kills it. */
const [what = '', importId = '', userId = ''] = process.argv.slice(2)

// Only a started portal reopens interrupted imports; this one shares its database with the test's.
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
const user = await payload.findByID({ collection: 'users', id: userId })
const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
const { confirmImport } = await import('../../src/services/imports/confirmImport')
const { undoImport } = await import('../../src/services/imports/undoImport')
// So that the parent can end it when this process is dead.
watchTransactions(payload, (open) => process.send?.(open))
process.send?.('begun')
if (what === 'undo') await undoImport({ req, importId })
else await confirmImport({ req, kind: 'crm-csv', importId, decisions: {}, corrections: {} })
process.exit(0)
