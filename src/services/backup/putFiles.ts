import { createFiles, type PortalFiles } from '../../files/createFiles'
import { wholeBytes } from '../../files/wholeBytes'
import { type DataFolder, dataFolders } from '../../lib/dataFolders'
import { nameOfUnfinished } from '../../lib/wholeFile'
import { filesFolder } from './backupManifest'
import type { Backup } from './openBackup'
import type { BackupSettings } from './writeBackup'

const folders = Object.keys(dataFolders) as DataFolder[]

/** Whether there are no files where the settings have them. */
export async function hasNoFiles(settings: BackupSettings): Promise<boolean> {
  const files = createFiles(settings)
  for (const folder of folders) if ((await files[folder].list()).length > 0) return false
  return true
}

/** Removes all files from where the settings have them. */
export async function emptyFiles(settings: BackupSettings): Promise<void> {
  const files = createFiles(settings)
  for (const folder of folders) await files[folder].empty()
}

type Putting = { settings: BackupSettings; backup: Pick<Backup, 'manifest' | 'read'> }

/** Puts the files of a backup in the place of those that are there, on the disk or in a bucket, wherever they were. */
export async function putFiles({ settings, backup: { manifest, read } }: Putting): Promise<void> {
  await emptyFiles(settings)
  const files = createFiles(settings)
  for (const folder of folders) {
    const start = `${filesFolder}${dataFolders[folder]}/`
    for (const { name } of manifest.parts)
      if (name.startsWith(start))
        await putFile({ files, folder, name: name.slice(start.length), bytes: read(name) })
  }
}

type PuttingFile = {
  files: PortalFiles
  folder: DataFolder
  name: string
  bytes: AsyncIterable<Uint8Array>
}

async function putFile({ files, folder, name, bytes }: PuttingFile): Promise<void> {
  const begun = nameOfUnfinished(name)
  if (begun) await files[folder].begin(begun, await wholeBytes(bytes))
  else await files[folder].write(name, bytes)
}
