import { AsyncLocalStorage } from 'node:async_hooks'
import { createLocalReq, getPayload } from 'payload'
import { generateReport } from '../../src/services/reports/generateReport'
import { storeOf } from '../../src/store/storeOf'

/** A report that is begun, and how far it comes: its file is there, or it is stored too, but its file is not finished. */
export type BegunReport = { kw: number; point: 'written' | 'stored' }

/** Generates reports of 2026, each of which stays at its point, and tells the parent, which then kills it (s3Files.test.ts). */
const { admin, begun }: { admin: string; begun: BegunReport[] } = JSON.parse(process.argv[2] ?? '{}')
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
const under = new AsyncLocalStorage<BegunReport>()
process.send?.('ready')

const store = storeOf(payload)
const { storeTogether } = store
const stay = (): Promise<never> => {
  process.send?.(under.getStore()?.kw)
  return new Promise(() => undefined)
}
Object.assign(store, {
  storeTogether: async (...call: Parameters<typeof storeTogether>) => {
    const point = under.getStore()?.point
    if (point === 'written') await stay()
    const outcome = await storeTogether(...call)
    if (point === 'stored') await stay()
    return outcome
  },
})

const user = await payload.findByID({ collection: 'users', id: admin })
for (const report of begun) {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  under.run(report, () => void generateReport({ req, jahr: 2026, kw: report.kw }))
}
