import { createLocalReq } from 'payload'
import { notePerson } from '../src/services/erasure/requestErasure'
import { runErasures } from '../src/services/erasure/runErasures'
import { storeOf } from '../src/store/storeOf'
import { openPortal } from './openPortal'

/**
 * `npm run erase -- ID …`: erases the persons of cases by the cases' ids, as the page “Löschung” does; for repeating
 * erasures on a restored backup, while the portal does not run. Ids that are not there are told and left out. Exit code 1
 * when one failed.
 */
const ids = process.argv.slice(2)
if (ids.length === 0) {
  console.error('npm run erase -- ID …   (ids of cases, as the log line “An erasure is done.” names them)')
  process.exit(1)
}

const { payload, close } = await openPortal()
const found = await storeOf(payload).findByIds(ids)
const missing = ids.filter((id) => found.every((one) => one.id !== id))
if (missing.length > 0) console.log(`Not there (any more): ${missing.join(', ')}`)
if (found.length > 0) {
  const wanted = { caseIds: found.map(({ id }) => id), person: null, reference: null }
  const { id } = await notePerson({ req: await createLocalReq({}, payload), wanted })
  await runErasures({ payload, origin: {} })
  const erasure = await payload.findByID({ collection: 'erasures', id, depth: 0 })
  const { status, cases, icdCodes, importRows, auditEntries } = erasure
  if (status === 'done')
    console.log(
      `Erased: ${cases} cases, ${icdCodes} ICD codes, ${importRows} rows of imports, values of ${auditEntries} audit entries.`,
    )
  else {
    console.error('The erasure failed; the reason stands above. Nothing is half erased: run it again.')
    process.exitCode = 1
  }
}
await close()
