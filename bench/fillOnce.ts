import { openPortal } from '../scripts/openPortal'
import { createFiller } from './createFiller'
import { createAuditFiller } from './fillAuditLog'

/** Fills an installation with so many cases and audit entries, and ends, so that the database is nobody's; run as a child. */
const count = Number(process.argv[2])

const { payload } = await openPortal()
await createFiller({ payload, takenFallIds: [] })({ count, from: '2022-01-01', days: 1_700 })
const people = { most: 'a', few: 'b', rest: ['c', 'd'] }
await createAuditFiller({ payload, people, total: count })(count)
process.send?.('filled', () => process.exit(0))
