import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`users\` ADD \`language\` text DEFAULT 'de';`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_new_cases_uploaded\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_icd_entered\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_icd_uploaded\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_report_ready\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_of_coding_completed\` integer DEFAULT true;`)
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
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`notification_events\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`language\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_new_cases_uploaded\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_icd_entered\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_icd_uploaded\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_report_ready\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_of_coding_completed\`;`)
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
