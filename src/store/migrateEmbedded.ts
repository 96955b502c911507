import type { Payload } from 'payload'

type Migration = { name: string; up(args: never): Promise<void>; down(args: never): Promise<void> }

/**
 * Brings the embedded database to the present schema outside production too; in production Payload's
 * `prodMigrations` has done so already. MongoDB has no schema to migrate.
 */
export async function migrateEmbedded({
  payload,
  migrations,
}: {
  payload: Payload
  migrations: readonly Migration[]
}) {
  if (payload.db.name !== 'sqlite' || process.env.NODE_ENV === 'production') return
  await (payload.db.migrate as (args: { migrations: readonly Migration[] }) => Promise<void>)({ migrations })
}
