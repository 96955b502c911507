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
  await db.run(sql`CREATE TABLE \`notifications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`recipient_id\` text(36) NOT NULL,
  	\`type\` text NOT NULL,
  	\`figures\` text NOT NULL,
  	\`related_collection\` text,
  	\`related_id\` text,
  	\`read_at\` text,
  	\`email_sent_at\` text,
  	\`key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`recipient_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_recipient_idx\` ON \`notifications\` (\`recipient_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notifications_key_idx\` ON \`notifications\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`notifications_updated_at_idx\` ON \`notifications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_created_at_idx\` ON \`notifications\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`recipient_createdAt_idx\` ON \`notifications\` (\`recipient_id\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`recipient_readAt_idx\` ON \`notifications\` (\`recipient_id\`,\`read_at\`);`)
  await db.run(sql`CREATE TABLE \`notification_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`type\` text NOT NULL,
  	\`figures\` text NOT NULL,
  	\`related_collection\` text,
  	\`related_id\` text,
  	\`needs_empty_queue\` integer,
  	\`at\` text NOT NULL,
  	\`batch\` text,
  	\`claimed_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`notification_events_at_idx\` ON \`notification_events\` (\`at\`);`)
  await db.run(sql`ALTER TABLE \`reports\` ADD \`run\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`reports_run_idx\` ON \`reports\` (\`run\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`awaits_confirmation\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`language\` text DEFAULT 'de';`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_new_cases_uploaded\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_icd_entered\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_icd_uploaded\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_report_ready\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_coding_completed\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`report_runs_id\` text(36) REFERENCES report_runs(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`allowed_domains_id\` text(36) REFERENCES allowed_domains(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_report_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`report_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_allowed_domains_id_idx\` ON \`payload_locked_documents_rels\` (\`allowed_domains_id\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`reports_weekday\` text DEFAULT '1' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`reports_hour\` numeric DEFAULT 6 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`notifications_keep_days\` numeric DEFAULT 90 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`notifications_gather_minutes\` numeric DEFAULT 30 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_new_cases_uploaded_de_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_new_cases_uploaded_de_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_new_cases_uploaded_en_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_new_cases_uploaded_en_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_entered_de_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_entered_de_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_entered_en_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_entered_en_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_uploaded_de_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_uploaded_de_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_uploaded_en_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_icd_uploaded_en_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_report_ready_de_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_report_ready_de_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_report_ready_en_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_report_ready_en_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_coding_completed_de_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_coding_completed_de_body\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_coding_completed_en_subject\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`mail_texts_coding_completed_en_body\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`report_runs\`;`)
  await db.run(sql`DROP TABLE \`invitations\`;`)
  await db.run(sql`DROP TABLE \`allowed_domains\`;`)
  await db.run(sql`DROP TABLE \`address_confirmations\`;`)
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`notification_events\`;`)
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
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`awaits_confirmation\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`language\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_new_cases_uploaded\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_icd_entered\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_icd_uploaded\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_report_ready\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_coding_completed\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`reports_weekday\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`reports_hour\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`notifications_keep_days\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`notifications_gather_minutes\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_new_cases_uploaded_de_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_new_cases_uploaded_de_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_new_cases_uploaded_en_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_new_cases_uploaded_en_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_entered_de_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_entered_de_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_entered_en_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_entered_en_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_uploaded_de_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_uploaded_de_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_uploaded_en_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_icd_uploaded_en_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_report_ready_de_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_report_ready_de_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_report_ready_en_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_report_ready_en_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_coding_completed_de_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_coding_completed_de_body\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_coding_completed_en_subject\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`mail_texts_coding_completed_en_body\`;`)
}
