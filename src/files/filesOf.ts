import type { Payload } from 'payload'
import { createFiles, type FilesPlace, type PortalFiles } from './createFiles'

const known = new WeakMap<object, PortalFiles>()

/** The files of the portal that Payload runs, wherever its settings have them. */
export function filesOf(payload: Payload): PortalFiles {
  const place = payload.config.custom as FilesPlace
  const files = known.get(place) ?? createFiles(place)
  known.set(place, files)
  return files
}
