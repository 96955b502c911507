import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`report_runs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`jahr\` numeric NOT NULL,
  	\`kw\` numeric NOT NULL,
  	\`attempt\` numeric NOT NULL,
  	\`claimed_at\` text NOT NULL,
  	\`finished_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`jahr_kw_1_idx\` ON \`report_runs\` (\`jahr\`,\`kw\`);`)
  await db.run(sql`ALTER TABLE \`reports\` ADD \`run\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`reports_run_idx\` ON \`reports\` (\`run\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`report_runs_id\` text(36) REFERENCES report_runs(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_report_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`report_runs_id\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`reports_weekday\` text DEFAULT '1' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`reports_hour\` numeric DEFAULT 6 NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`report_runs\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`icd_codes_id\` text(36),
  	\`icd_catalogue_id\` text(36),
  	\`imports_id\` text(36),
  	\`import_blocks_id\` text(36),
  	\`reports_id\` text(36),
  	\`yearly_summaries_id\` text(36),
  	\`audit_log_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`icd_codes_id\`) REFERENCES \`icd_codes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`icd_catalogue_id\`) REFERENCES \`icd_catalogue\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`imports_id\`) REFERENCES \`imports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`import_blocks_id\`) REFERENCES \`import_blocks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reports_id\`) REFERENCES \`reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`yearly_summaries_id\`) REFERENCES \`yearly_summaries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_log_id\`) REFERENCES \`audit_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "cases_id", "icd_codes_id", "icd_catalogue_id", "imports_id", "import_blocks_id", "reports_id", "yearly_summaries_id", "audit_log_id", "users_id") SELECT "id", "order", "parent_id", "path", "cases_id", "icd_codes_id", "icd_catalogue_id", "imports_id", "import_blocks_id", "reports_id", "yearly_summaries_id", "audit_log_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cases_id_idx\` ON \`payload_locked_documents_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_icd_codes_id_idx\` ON \`payload_locked_documents_rels\` (\`icd_codes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_icd_catalogue_id_idx\` ON \`payload_locked_documents_rels\` (\`icd_catalogue_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_imports_id_idx\` ON \`payload_locked_documents_rels\` (\`imports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_import_blocks_id_idx\` ON \`payload_locked_documents_rels\` (\`import_blocks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_yearly_summaries_id_idx\` ON \`payload_locked_documents_rels\` (\`yearly_summaries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`DROP INDEX \`reports_run_idx\`;`)
  await db.run(sql`ALTER TABLE \`reports\` DROP COLUMN \`run\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`reports_weekday\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`reports_hour\`;`)
}
