/** Why a backup or a restore did not happen: a sentence that names the file and says what to do. */
export class BackupFailure extends Error {
  override name = 'BackupFailure'
}
