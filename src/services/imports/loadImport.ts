import type { PayloadRequest } from 'payload'
import type { Import } from '../../payload-types'

/** An import as whoever asks may see it; not found for anyone else's. */
export async function loadImport({ req, id }: { req: PayloadRequest; id: string }): Promise<Import> {
  return req.payload.findByID({ collection: 'imports', id, depth: 0, overrideAccess: false, req })
}
