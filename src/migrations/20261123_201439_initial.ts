import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`cases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`fall_id\` text,
  	\`crm_ticket_id\` text,
  	\`jahr\` numeric,
  	\`kw\` numeric,
  	\`datum\` text NOT NULL,
  	\`fallgruppe\` text NOT NULL,
  	\`modul\` text,
  	\`thema\` text,
  	\`mitarbeiter\` text,
  	\`quelle\` text,
  	\`import_id\` text(36),
  	\`anrede\` text,
  	\`titel\` text,
  	\`nachname\` text NOT NULL,
  	\`vorname\` text,
  	\`geburtsdatum\` text,
  	\`kvnr\` text,
  	\`versicherung\` text,
  	\`strasse\` text,
  	\`hausnummer\` text,
  	\`plz\` text,
  	\`ort\` text,
  	\`email\` text,
  	\`telefon\` text,
  	\`mobil\` text,
  	\`ansprechpartner\` text,
  	\`ansprechpartner_telefon\` text,
  	\`kurzbeschreibung\` text,
  	\`fragestellung\` text,
  	\`evn\` integer DEFAULT false,
  	\`unterlagen\` integer DEFAULT false,
  	\`unterlagen_verschickt_am\` text,
  	\`unterlagen_erhalten_am\` text,
  	\`ablehnung\` integer DEFAULT false,
  	\`abbruch\` integer DEFAULT false,
  	\`abbruch_am\` text,
  	\`gutachten\` integer DEFAULT false,
  	\`gutachten_am\` text,
  	\`gutachten_typ\` text,
  	\`therapieaenderung\` text,
  	\`ta_diagnosekorrektur\` integer DEFAULT false,
  	\`ta_unterversorgung\` integer DEFAULT false,
  	\`ta_uebertherapie\` integer DEFAULT false,
  	\`codiert_von_id\` text(36),
  	\`codiert_am\` text,
  	\`icd\` text,
  	\`icd_eingegeben_von_id\` text(36),
  	\`icd_eingegeben_am\` text,
  	\`abgerechnet\` integer DEFAULT false,
  	\`abrechnung_am\` text,
  	\`bemerkung\` text,
  	\`notizen\` text,
  	\`updated_by_id\` text(36),
  	\`statistik\` numeric NOT NULL,
  	\`person_key\` text,
  	\`nachname_sort\` text,
  	\`vorname_sort\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`import_id\`) REFERENCES \`imports\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`codiert_von_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`icd_eingegeben_von_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`cases_fall_id_idx\` ON \`cases\` (\`fall_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_crm_ticket_id_idx\` ON \`cases\` (\`crm_ticket_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_import_idx\` ON \`cases\` (\`import_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_kvnr_idx\` ON \`cases\` (\`kvnr\`);`)
  await db.run(sql`CREATE INDEX \`cases_codiert_von_idx\` ON \`cases\` (\`codiert_von_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_icd_eingegeben_von_idx\` ON \`cases\` (\`icd_eingegeben_von_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_updated_by_idx\` ON \`cases\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_person_key_idx\` ON \`cases\` (\`person_key\`);`)
  await db.run(sql`CREATE INDEX \`cases_updated_at_idx\` ON \`cases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cases_created_at_idx\` ON \`cases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`jahr_kw_fallgruppe_statistik_idx\` ON \`cases\` (\`jahr\`,\`kw\`,\`fallgruppe\`,\`statistik\`);`)
  await db.run(sql`CREATE INDEX \`datum_fallId_idx\` ON \`cases\` (\`datum\`,\`fall_id\`);`)
  await db.run(sql`CREATE INDEX \`nachnameSort_fallId_idx\` ON \`cases\` (\`nachname_sort\`,\`fall_id\`);`)
  await db.run(sql`CREATE INDEX \`icd_datum_fallId_idx\` ON \`cases\` (\`icd\`,\`datum\`,\`fall_id\`);`)
  await db.run(sql`CREATE INDEX \`gutachten_gutachtenTyp_datum_fallId_idx\` ON \`cases\` (\`gutachten\`,\`gutachten_typ\`,\`datum\`,\`fall_id\`);`)
  await db.run(sql`CREATE TABLE \`icd_codes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`case_id\` text(36) NOT NULL,
  	\`code\` text NOT NULL,
  	\`hauptgruppe\` text NOT NULL,
  	FOREIGN KEY (\`case_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`icd_codes_case_idx\` ON \`icd_codes\` (\`case_id\`);`)
  await db.run(sql`CREATE INDEX \`icd_codes_code_idx\` ON \`icd_codes\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`icd_codes_hauptgruppe_idx\` ON \`icd_codes\` (\`hauptgruppe\`);`)
  await db.run(sql`CREATE TABLE \`imports\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`filename\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`total\` numeric,
  	\`created\` numeric,
  	\`updated\` numeric,
  	\`skipped\` numeric,
  	\`failed\` numeric,
  	\`counts\` text,
  	\`columns\` text,
  	\`format\` text,
  	\`problems\` text,
  	\`by_id\` text(36),
  	\`applied_at\` text,
  	\`undone_at\` text,
  	\`undo_result\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`imports_status_idx\` ON \`imports\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`imports_by_idx\` ON \`imports\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`imports_updated_at_idx\` ON \`imports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`imports_created_at_idx\` ON \`imports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`import_blocks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`import_id\` text(36) NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`counts\` text NOT NULL,
  	\`rows\` text NOT NULL,
  	\`items\` text NOT NULL,
  	\`undo\` text,
  	FOREIGN KEY (\`import_id\`) REFERENCES \`imports\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`import_blocks_import_idx\` ON \`import_blocks\` (\`import_id\`);`)
  await db.run(sql`CREATE TABLE \`reports\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`jahr\` numeric NOT NULL,
  	\`kw\` numeric NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`is_current\` integer,
  	\`data\` text,
  	\`generated_by_id\` text(36),
  	\`generated_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	FOREIGN KEY (\`generated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`reports_generated_by_idx\` ON \`reports\` (\`generated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`reports_updated_at_idx\` ON \`reports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reports_created_at_idx\` ON \`reports\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`reports_filename_idx\` ON \`reports\` (\`filename\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`jahr_kw_version_idx\` ON \`reports\` (\`jahr\`,\`kw\`,\`version\`);`)
  await db.run(sql`CREATE TABLE \`yearly_summaries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`jahr\` numeric NOT NULL,
  	\`kw\` numeric NOT NULL,
  	\`erstberatungen\` numeric DEFAULT 0 NOT NULL,
  	\`unterlagen\` numeric DEFAULT 0 NOT NULL,
  	\`ablehnungen\` numeric DEFAULT 0 NOT NULL,
  	\`keine_rueckmeldung\` numeric DEFAULT 0 NOT NULL,
  	\`gutachten\` numeric DEFAULT 0 NOT NULL,
  	\`gutachten_alternative\` numeric DEFAULT 0 NOT NULL,
  	\`gutachten_bestaetigung\` numeric DEFAULT 0 NOT NULL,
  	\`onko_anzahl\` numeric DEFAULT 0 NOT NULL,
  	\`onko_gutachten\` numeric DEFAULT 0 NOT NULL,
  	\`onko_keine_rueckmeldung_ablehnung\` numeric DEFAULT 0 NOT NULL,
  	\`onko_alternative\` numeric DEFAULT 0 NOT NULL,
  	\`onko_bestaetigung\` numeric DEFAULT 0 NOT NULL,
  	\`kardio_anzahl\` numeric DEFAULT 0 NOT NULL,
  	\`kardio_gutachten\` numeric DEFAULT 0 NOT NULL,
  	\`kardio_keine_rueckmeldung_ablehnung\` numeric DEFAULT 0 NOT NULL,
  	\`kardio_alternative\` numeric DEFAULT 0 NOT NULL,
  	\`kardio_bestaetigung\` numeric DEFAULT 0 NOT NULL,
  	\`intensiv_anzahl\` numeric DEFAULT 0 NOT NULL,
  	\`intensiv_gutachten\` numeric DEFAULT 0 NOT NULL,
  	\`intensiv_keine_rueckmeldung_ablehnung\` numeric DEFAULT 0 NOT NULL,
  	\`intensiv_alternative\` numeric DEFAULT 0 NOT NULL,
  	\`intensiv_bestaetigung\` numeric DEFAULT 0 NOT NULL,
  	\`galle_anzahl\` numeric DEFAULT 0 NOT NULL,
  	\`galle_gutachten\` numeric DEFAULT 0 NOT NULL,
  	\`galle_keine_rueckmeldung_ablehnung\` numeric DEFAULT 0 NOT NULL,
  	\`galle_alternative\` numeric DEFAULT 0 NOT NULL,
  	\`galle_bestaetigung\` numeric DEFAULT 0 NOT NULL,
  	\`sd_anzahl\` numeric DEFAULT 0 NOT NULL,
  	\`sd_gutachten\` numeric DEFAULT 0 NOT NULL,
  	\`sd_keine_rueckmeldung_ablehnung\` numeric DEFAULT 0 NOT NULL,
  	\`sd_alternative\` numeric DEFAULT 0 NOT NULL,
  	\`sd_bestaetigung\` numeric DEFAULT 0 NOT NULL,
  	\`ta_ja\` numeric DEFAULT 0 NOT NULL,
  	\`ta_nein\` numeric DEFAULT 0 NOT NULL,
  	\`ta_diagnosekorrektur\` numeric DEFAULT 0 NOT NULL,
  	\`ta_unterversorgung\` numeric DEFAULT 0 NOT NULL,
  	\`ta_uebertherapie\` numeric DEFAULT 0 NOT NULL,
  	\`source\` text,
  	\`generated_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`yearly_summaries_updated_at_idx\` ON \`yearly_summaries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`yearly_summaries_created_at_idx\` ON \`yearly_summaries\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`jahr_kw_idx\` ON \`yearly_summaries\` (\`jahr\`,\`kw\`);`)
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`user_id\` text(36),
  	\`action\` text NOT NULL,
  	\`entity_type\` text NOT NULL,
  	\`entity_id\` text NOT NULL,
  	\`changes\` text,
  	\`ip\` text,
  	\`user_agent\` text,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_log_at_idx\` ON \`audit_log\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_user_idx\` ON \`audit_log\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_entity_id_idx\` ON \`audit_log\` (\`entity_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`username\` text NOT NULL,
  	\`role\` text DEFAULT 'dak_mitarbeiter' NOT NULL,
  	\`is_active\` integer DEFAULT true,
  	\`must_change_password\` integer DEFAULT false,
  	\`last_login\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`users_username_idx\` ON \`users\` (\`username\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`icd_codes_id\` text(36),
  	\`imports_id\` text(36),
  	\`import_blocks_id\` text(36),
  	\`reports_id\` text(36),
  	\`yearly_summaries_id\` text(36),
  	\`audit_log_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`icd_codes_id\`) REFERENCES \`icd_codes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`imports_id\`) REFERENCES \`imports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`import_blocks_id\`) REFERENCES \`import_blocks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reports_id\`) REFERENCES \`reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`yearly_summaries_id\`) REFERENCES \`yearly_summaries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_log_id\`) REFERENCES \`audit_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cases_id_idx\` ON \`payload_locked_documents_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_icd_codes_id_idx\` ON \`payload_locked_documents_rels\` (\`icd_codes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_imports_id_idx\` ON \`payload_locked_documents_rels\` (\`imports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_import_blocks_id_idx\` ON \`payload_locked_documents_rels\` (\`import_blocks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_yearly_summaries_id_idx\` ON \`payload_locked_documents_rels\` (\`yearly_summaries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`cases\`;`)
  await db.run(sql`DROP TABLE \`icd_codes\`;`)
  await db.run(sql`DROP TABLE \`imports\`;`)
  await db.run(sql`DROP TABLE \`import_blocks\`;`)
  await db.run(sql`DROP TABLE \`reports\`;`)
  await db.run(sql`DROP TABLE \`yearly_summaries\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
