import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`audit_seals\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`first\` numeric NOT NULL,
  	\`last\` numeric NOT NULL,
  	\`entries\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`mark\` text NOT NULL,
  	\`sealed_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_seals_first_idx\` ON \`audit_seals\` (\`first\`);`)
  await db.run(sql`CREATE TABLE \`audit_heads\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`hash\` text NOT NULL,
  	\`mark\` text NOT NULL,
  	\`sealed_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_heads_name_idx\` ON \`audit_heads\` (\`name\`);`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_audit_log\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`user\` text,
  	\`action\` text NOT NULL,
  	\`entity_type\` text NOT NULL,
  	\`entity_id\` text NOT NULL,
  	\`changes\` text,
  	\`ip\` text,
  	\`user_agent\` text,
  	\`seal\` numeric
  );
  `)
  // By hand: the column of the accounts has another name now, and keeps what is in it.
  await db.run(sql`INSERT INTO \`__new_audit_log\`("id", "at", "user", "action", "entity_type", "entity_id", "changes", "ip", "user_agent", "seal") SELECT "id", "at", "user_id", "action", "entity_type", "entity_id", "changes", "ip", "user_agent", NULL FROM \`audit_log\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`ALTER TABLE \`__new_audit_log\` RENAME TO \`audit_log\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`audit_log_at_idx\` ON \`audit_log\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_seal_idx\` ON \`audit_log\` (\`seal\`);`)
  await db.run(sql`CREATE INDEX \`user_at_idx\` ON \`audit_log\` (\`user\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`action_at_idx\` ON \`audit_log\` (\`action\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`entityType_at_idx\` ON \`audit_log\` (\`entity_type\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`entityId_at_idx\` ON \`audit_log\` (\`entity_id\`,\`at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`audit_seals\`;`)
  await db.run(sql`DROP TABLE \`audit_heads\`;`)
  await db.run(sql`DROP INDEX \`audit_log_seal_idx\`;`)
  await db.run(sql`DROP INDEX \`user_at_idx\`;`)
  await db.run(sql`DROP INDEX \`action_at_idx\`;`)
  await db.run(sql`DROP INDEX \`entityType_at_idx\`;`)
  await db.run(sql`DROP INDEX \`entityId_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`user_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`UPDATE \`audit_log\` SET \`user_id\` = \`user\` WHERE \`user\` IN (SELECT \`id\` FROM \`users\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_user_idx\` ON \`audit_log\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_entity_id_idx\` ON \`audit_log\` (\`entity_id\`);`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`user\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`seal\`;`)
}
