import { randomUUID } from 'node:crypto'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { migrations } from '../src/migrations'
import { type PortalDatabase, portalDatabase } from '../src/store/portalDatabase'

/** Payload on any database, without the portal: brought to the present schema, but nothing is seeded and no job runs. */
export async function openDatabase({
  config,
  ...database
}: Pick<PortalDatabase, 'uri' | 'isBeingFilled'> & { config: SanitizedConfig }): Promise<Payload> {
  const adapter = portalDatabase({ ...database, migrations, migrationDir: '' })
  // What a configuration that Payload has read must have; each adapter brings its own.
  const db = { name: '', allowIDOnCreate: false, ...adapter }
  return getPayload({ config: { ...config, db }, key: randomUUID(), disableOnInit: true })
}
