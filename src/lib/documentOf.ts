import { z } from 'zod'
import type { Config } from '../payload-types'

type Documents = Config['collections']

/** The schema of a whole document as Payload answers it; what it holds is said by the fields of its collection. */
export function documentOf<Slug extends keyof Documents>(collection: Slug) {
  return z
    .custom<Documents[Slug]>((value) => typeof value === 'object' && value !== null)
    .meta({ collection })
}
