import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { UploadConfig } from 'payload'
import { refusal } from '../lib/refuse'

type FileHandler = NonNullable<UploadConfig['handlers']>[number]

/** A file that is not there is a `404` with a code; Payload answers `500`. */
export const ensureFileThere: FileHandler = async (req, { params: { filename } }) => {
  const { staticDir } = req.payload.collections.reports.config.upload
  const found = await stat(join(String(staticDir), basename(filename))).catch(() => null)
  if (!found?.isFile()) throw refusal(req, 404, 'fileGone')
}
