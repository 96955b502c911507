import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`imports\` ADD \`is_undoing\` integer;`)
  await db.run(sql`CREATE INDEX \`imports_is_undoing_idx\` ON \`imports\` (\`is_undoing\`);`)
  await db.run(sql`ALTER TABLE \`import_blocks\` ADD \`undone\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`imports_is_undoing_idx\`;`)
  await db.run(sql`ALTER TABLE \`imports\` DROP COLUMN \`is_undoing\`;`)
  await db.run(sql`ALTER TABLE \`import_blocks\` DROP COLUMN \`undone\`;`)
}
