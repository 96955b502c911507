import { z } from 'zod'
import { emptyIsAbsent } from './emptyIsAbsent'

const text = (schema: z.ZodString = z.string()) => z.preprocess(emptyIsAbsent, schema.optional())

/** The variables of the bucket that files are kept in (SPEC §9). */
export const s3Variables = {
  S3_BUCKET: text(
    z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,62}$/, 'must be 3 to 63 letters, digits, dots and hyphens'),
  ),
  S3_REGION: text(),
  S3_ENDPOINT: z.preprocess(emptyIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  S3_ACCESS_KEY_ID: text(),
  S3_SECRET_ACCESS_KEY: text(),
  S3_PATH_STYLE: z.preprocess(emptyIsAbsent, z.enum(['true', 'false']).optional()),
  S3_PREFIX: text(
    z
      .string()
      .regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*\/?$/, 'must be names with / between them: portal/production'),
  ),
}

type Values = z.infer<z.ZodObject<typeof s3Variables>>

/** A bucket, and how it is reached. `endpoint` is absent for Amazon's own; `prefix` is empty or ends with `/`. */
export type S3Place = {
  bucket: string
  region: string
  endpoint?: string
  accessKeyId: string
  secretAccessKey: string
  isPathStyle: boolean
  prefix: string
}

const needed = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** What is needed for a bucket and was not given although something of it was; none where files are on the disk. */
export function missingForS3(values: Values): { name: string; message: string }[] {
  const given = Object.keys(s3Variables).filter((name) => values[name as keyof Values] !== undefined)
  if (given.length === 0) return []
  return needed
    .filter((name) => values[name] === undefined)
    .map((name) => ({
      name,
      message: `is required when ${given[0]} is set (without any S3_… files are on the disk)`,
    }))
}

/** The bucket that the variables name; `null`: files are on the disk. */
export function s3PlaceOf(values: Values): S3Place | null {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values
  if (!S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null
  return {
    bucket: S3_BUCKET,
    region: S3_REGION,
    endpoint: S3_ENDPOINT?.replace(/\/$/, ''),
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    // Servers of one's own seldom have a name for each bucket.
    isPathStyle: values.S3_PATH_STYLE ? values.S3_PATH_STYLE === 'true' : S3_ENDPOINT !== undefined,
    prefix: values.S3_PREFIX ? `${values.S3_PREFIX.replace(/\/$/, '')}/` : '',
  }
}
