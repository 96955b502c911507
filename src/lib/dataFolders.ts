/** The folders of `DATA_DIR` that hold what cannot be made again, and that backups therefore take. */
export const dataFolders = { reports: 'reports', mail: 'mail', audit: 'audit' } as const
