import { getPayload, type Payload } from 'payload'
import { loadConfig } from './loadConfig'

/** Payload as a script uses it: settings read, database migrated, nothing printed but errors. */
export async function openPortal(): Promise<{ payload: Payload; close(): Promise<void> }> {
  const payload = await getPayload({ config: await loadConfig() })
  return { payload, close: () => payload.destroy() }
}
