/**
 * The folders that hold what cannot be made again, and that backups therefore take: in `DATA_DIR`, or of a bucket
 * (`files/filesOf.ts`).
 */
export const dataFolders = { reports: 'reports', mail: 'mail', audit: 'audit' } as const

export type DataFolder = keyof typeof dataFolders
