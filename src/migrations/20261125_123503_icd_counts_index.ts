import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`jahr_fallgruppe_icd_kw_idx\` ON \`cases\` (\`jahr\`,\`fallgruppe\`,\`icd\`,\`kw\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`jahr_fallgruppe_icd_kw_idx\`;`)
}
