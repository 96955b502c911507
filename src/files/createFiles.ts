import { join } from 'node:path'
import { type DataFolder, dataFolders } from '../lib/dataFolders'
import type { Settings } from '../lib/settings'
import { diskFolder } from './diskFolder'
import type { FileFolder } from './fileFolder'
import { s3Bucket } from './s3/s3Bucket'
import { s3Folder } from './s3/s3Folder'

/** The files of a portal, by folder. */
export type PortalFiles = Readonly<Record<DataFolder, FileFolder>>

/** What of the settings says where files are. Without `s3` they are on the disk. */
export type FilesPlace = Pick<Settings, 'dataDir'> & Partial<Pick<Settings, 's3'>>

/**
 * Where the settings have files: all in `DATA_DIR`, or reports and the heads of the audit log in a bucket. Mails are
 * written as files only where there is no mail server, which is one machine.
 */
export function createFiles({ dataDir, s3 }: FilesPlace): PortalFiles {
  const onDisk = (folder: DataFolder) => diskFolder(join(dataDir, dataFolders[folder]))
  const files = { reports: onDisk('reports'), mail: onDisk('mail'), audit: onDisk('audit') }
  if (!s3) return files
  const bucket = s3Bucket(s3)
  const inBucket = (folder: DataFolder) => s3Folder({ bucket, folder: dataFolders[folder] })
  return { ...files, reports: inBucket('reports'), audit: inBucket('audit') }
}
