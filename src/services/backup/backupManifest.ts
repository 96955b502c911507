import { z } from 'zod'

/** The last file of a backup: what is in it. */
export const manifestName = 'manifest.json'

/** The folder of a backup that holds the parts of the database, and the one that holds the files. */
export const databaseFolder = 'database/'
export const filesFolder = 'files/'

const count = z.number().int().nonnegative()

/** What a backup says of itself. `format` changes when an older portal could not read it. */
export const backupManifest = z.object({
  format: z.literal(1),
  portal: z.string(),
  createdAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'mongodb']),
  migrations: z.array(z.string()),
  /** Tells whether the portal that restores has the same `PAYLOAD_SECRET`, which itself is not in a backup. */
  secret: z.string(),
  counts: z.record(z.string(), count),
  parts: z.array(z.object({ name: z.string(), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

export type BackupManifest = z.infer<typeof backupManifest>

export type BackupPart = BackupManifest['parts'][number]
