import { createLocalReq } from 'payload'
import { openPortal } from '../scripts/openPortal'
import { storeOf } from '../src/store/storeOf'
import { createFiller } from './createFiller'
import { benchMillion } from './million.bench'
const { payload } = await openPortal()
const user = await payload.create({ collection: 'users', data: { username: 'bench', email: 'bench@example.org', password: 'Bench-Passwort-2026', role: 'admin', isActive: true } })
const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
const takenFallIds = await storeOf(payload).fallIdsWithPrefixes(['20'])
const fill = createFiller({ payload, req, takenFallIds })
await fill({ count: 500_000, from: '2024-01-01', days: 730 })
await fill({ count: 500_000, from: '2026-01-05', days: 340 })
for (const m of await benchMillion(req)) console.log(m.name, m.value.toFixed(1), m.unit, m.target)
process.exit(0)
