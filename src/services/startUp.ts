import type { Payload } from 'payload'
import { migrateEmbedded } from '../store/migrateEmbedded'
import { reopenInterruptedImports } from './imports/reopenInterruptedImports'

/** What happens once whenever the portal starts. */
export function startUp(migrations: Parameters<typeof migrateEmbedded>[0]['migrations']) {
  return async (payload: Payload): Promise<void> => {
    await migrateEmbedded({ payload, migrations })
    await reopenInterruptedImports(payload)
  }
}
