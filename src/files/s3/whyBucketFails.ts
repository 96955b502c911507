import type { S3Place } from '../../lib/s3Settings'

/** A bucket as messages name it: without keys. */
export function bucketName({ bucket, endpoint, region }: S3Place): string {
  return `the bucket ${bucket} at ${endpoint ?? `Amazon, ${region}`}`
}

const checks: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: 'refuses the access key (check S3_ACCESS_KEY_ID)',
  SignatureDoesNotMatch: 'refuses the keys (check S3_SECRET_ACCESS_KEY, and S3_ACCESS_KEY_ID)',
  AccessDenied:
    'denies what was asked (the keys must be allowed to list the bucket, and to get, put and delete)',
  NoSuchBucket: 'is not there (check S3_BUCKET, S3_ENDPOINT and S3_PATH_STYLE)',
  PermanentRedirect: 'is elsewhere (check S3_REGION and S3_ENDPOINT)',
  AuthorizationHeaderMalformed: 'is in another region (check S3_REGION)',
  RequestTimeTooSkewed: 'has another time than this machine (set the clock)',
  QuotaExceeded: 'is full',
  EntityTooLarge: 'takes no files of this size',
}

/** What stands against using a bucket, with the setting to look at. Values of requests are not in it. */
export function whyBucketFails({ place, error }: { place: S3Place; error: unknown }): string {
  const name = bucketName(place)
  const subject = `${name[0]?.toUpperCase()}${name.slice(1)}`
  const code = codeOf(error)
  if (code in checks) return `${subject} ${checks[code]}: ${code}.`
  if (statusOf(error) === undefined)
    return `${subject} cannot be reached (check S3_ENDPOINT, and that the server runs): ${code}.`
  return `${subject} answers with an error: ${code}, status ${statusOf(error)}.`
}

/** The server's code, or that of the network. */
function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
    if (cause.name !== 'Error') return cause.name
  }
  return 'unknown'
}

function statusOf(error: unknown): unknown {
  const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : undefined
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined
  return metadata.httpStatusCode
}
