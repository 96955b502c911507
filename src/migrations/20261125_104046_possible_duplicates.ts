import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases\` ADD \`names_key\` text;`)
  await db.run(sql`CREATE INDEX \`namesKey_fallgruppe_datum_geburtsdatum_idx\` ON \`cases\` (\`names_key\`,\`fallgruppe\`,\`datum\`,\`geburtsdatum\`);`)
  await db.run(sql`CREATE INDEX \`geburtsdatum_fallgruppe_datum_idx\` ON \`cases\` (\`geburtsdatum\`,\`fallgruppe\`,\`datum\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`namesKey_fallgruppe_datum_geburtsdatum_idx\`;`)
  await db.run(sql`DROP INDEX \`geburtsdatum_fallgruppe_datum_idx\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`names_key\`;`)
}
