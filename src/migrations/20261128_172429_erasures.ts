import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`erasures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`reason\` text NOT NULL,
  	\`reference\` text,
  	\`status\` text NOT NULL,
  	\`by_id\` text(36),
  	\`target\` text,
  	\`case_ids\` text,
  	\`cases\` numeric DEFAULT 0 NOT NULL,
  	\`icd_codes\` numeric DEFAULT 0 NOT NULL,
  	\`import_rows\` numeric DEFAULT 0 NOT NULL,
  	\`audit_entries\` numeric DEFAULT 0 NOT NULL,
  	\`finished_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`erasures_status_idx\` ON \`erasures\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`erasures_by_idx\` ON \`erasures\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`erasures_updated_at_idx\` ON \`erasures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`erasures_created_at_idx\` ON \`erasures\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`imports\` ADD \`rows_erased_at\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`erasures_id\` text(36) REFERENCES erasures(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_erasures_id_idx\` ON \`payload_locked_documents_rels\` (\`erasures_id\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`retention_case_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`retention_import_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`retention_is_automatic\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`erasures\`;`)
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
  	\`report_runs_id\` text(36),
  	\`audit_log_id\` text(36),
  	\`users_id\` text(36),
  	\`allowed_domains_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`icd_codes_id\`) REFERENCES \`icd_codes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`icd_catalogue_id\`) REFERENCES \`icd_catalogue\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`imports_id\`) REFERENCES \`imports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`import_blocks_id\`) REFERENCES \`import_blocks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reports_id\`) REFERENCES \`reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`yearly_summaries_id\`) REFERENCES \`yearly_summaries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`report_runs_id\`) REFERENCES \`report_runs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_log_id\`) REFERENCES \`audit_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`allowed_domains_id\`) REFERENCES \`allowed_domains\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "cases_id", "icd_codes_id", "icd_catalogue_id", "imports_id", "import_blocks_id", "reports_id", "yearly_summaries_id", "report_runs_id", "audit_log_id", "users_id", "allowed_domains_id") SELECT "id", "order", "parent_id", "path", "cases_id", "icd_codes_id", "icd_catalogue_id", "imports_id", "import_blocks_id", "reports_id", "yearly_summaries_id", "report_runs_id", "audit_log_id", "users_id", "allowed_domains_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_report_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`report_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_allowed_domains_id_idx\` ON \`payload_locked_documents_rels\` (\`allowed_domains_id\`);`)
  await db.run(sql`ALTER TABLE \`imports\` DROP COLUMN \`rows_erased_at\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`retention_case_days\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`retention_import_days\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`retention_is_automatic\`;`)
}
