import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`invitations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`role\` text NOT NULL,
  	\`email\` text,
  	\`expires_at\` text NOT NULL,
  	\`used_at\` text,
  	\`used_by_id\` text(36),
  	\`created_by_id\` text(36),
  	\`revoked_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`used_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`invitations_token_hash_idx\` ON \`invitations\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`invitations_used_by_idx\` ON \`invitations\` (\`used_by_id\`);`)
  await db.run(sql`CREATE INDEX \`invitations_created_by_idx\` ON \`invitations\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`invitations_updated_at_idx\` ON \`invitations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`invitations_created_at_idx\` ON \`invitations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`allowed_domains\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`domain\` text NOT NULL,
  	\`role\` text DEFAULT 'dak_mitarbeiter' NOT NULL,
  	\`is_active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`allowed_domains_domain_idx\` ON \`allowed_domains\` (\`domain\`);`)
  await db.run(sql`CREATE INDEX \`allowed_domains_updated_at_idx\` ON \`allowed_domains\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`allowed_domains_created_at_idx\` ON \`allowed_domains\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`address_confirmations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user_id\` text(36) NOT NULL,
  	\`hash\` text NOT NULL,
  	\`is_used\` integer DEFAULT false NOT NULL,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`address_confirmations_user_idx\` ON \`address_confirmations\` (\`user_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`address_confirmations_hash_idx\` ON \`address_confirmations\` (\`hash\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`awaits_confirmation\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`allowed_domains_id\` text(36) REFERENCES allowed_domains(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_allowed_domains_id_idx\` ON \`payload_locked_documents_rels\` (\`allowed_domains_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`invitations\`;`)
  await db.run(sql`DROP TABLE \`allowed_domains\`;`)
  await db.run(sql`DROP TABLE \`address_confirmations\`;`)
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
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`awaits_confirmation\`;`)
}
