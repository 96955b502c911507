/** Files cannot be had at the moment: their server is not reached, or will not. The message says why and what to check. */
export class FilesAway extends Error {
  override name = 'FilesAway'
}
