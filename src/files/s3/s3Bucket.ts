import { createHash } from 'node:crypto'
import type { S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3'
import type { S3Place } from '../../lib/s3Settings'
import { FilesAway } from '../filesAway'
import { bucketName, whyBucketFails } from './whyBucketFails'

/** An object of a bucket, by its key below the prefix of the settings. */
export type ListedObject = { key: string; bytes: number; modified: Date }

/** The four things that are asked of a bucket. All throw `FilesAway` when it cannot be had. */
export type Bucket = {
  readonly name: string
  /** Stores an object whole; a put that is cut off leaves what was there. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** `null` when there is none. */
  get(key: string): Promise<Buffer | null>
  /** Does nothing where there is none. */
  remove(key: string): Promise<void>
  /** Every object whose key begins so, in order of their keys. */
  list(prefix: string): Promise<ListedObject[]>
  /** Whether objects that begin so could be listed. */
  check(prefix: string): Promise<void>
}

/** An answer takes no longer, tries of the client included. */
const limitMs = 30_000
/** Whoever asks for readiness asks again soon. */
const checkLimitMs = 5_000

/** The bucket of the settings. Nothing of it is public, and no links are signed: whoever downloads asks the portal. */
export function s3Bucket(place: S3Place): Bucket {
  const { bucket: Bucket, prefix } = place
  // Portals without a bucket need not load the client, which is large.
  const load = once(() => connect(place))
  const ask = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
    load()
      .then(work)
      .catch((error: unknown) => {
        throw new FilesAway(whyBucketFails({ place, error }), { cause: error })
      })
  const list = (start: string, { limit, ms }: { limit?: number; ms: number }) =>
    ask(async ({ s3, sdk }) => {
      const found: ListedObject[] = []
      let ContinuationToken: string | undefined
      do {
        const command = new sdk.ListObjectsV2Command({
          Bucket,
          Prefix: prefix + start,
          MaxKeys: limit,
          ContinuationToken,
        })
        const page = await s3.send(command, within(ms))
        for (const { Key = '', Size = 0, LastModified = new Date() } of page.Contents ?? [])
          found.push({ key: Key.slice(prefix.length), bytes: Size, modified: LastModified })
        ContinuationToken = limit ? undefined : page.NextContinuationToken
      } while (ContinuationToken)
      return found
    })
  return {
    name: bucketName(place),
    put: (key, bytes) =>
      ask(async ({ s3, sdk }) => {
        // So that what arrives is what was sent; buckets with object lock ask for it.
        const ContentMD5 = createHash('md5').update(bytes).digest('base64')
        const object = { Bucket, Key: prefix + key, Body: bytes, ContentLength: bytes.length, ContentMD5 }
        await s3.send(new sdk.PutObjectCommand(object), within(limitMs))
      }),
    get: (key) =>
      ask(async ({ s3, sdk }) => {
        const command = new sdk.GetObjectCommand({ Bucket, Key: prefix + key })
        const answer = await s3.send(command, within(limitMs)).catch(noObject)
        const bytes = await answer?.Body?.transformToByteArray()
        return bytes ? Buffer.from(bytes) : null
      }),
    remove: (key) =>
      ask(async ({ s3, sdk }) => {
        const command = new sdk.DeleteObjectCommand({ Bucket, Key: prefix + key })
        await s3.send(command, within(limitMs)).catch(noObject)
      }),
    list: (start) => list(start, { ms: limitMs }),
    check: async (start) => void (await list(start, { limit: 1, ms: checkLimitMs })),
  }
}

type Client = Awaited<ReturnType<typeof connect>>

async function connect(place: S3Place) {
  // It says with each start that its versions of 2027 will need Node 22; this one runs on 20.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const sdk = await import('@aws-sdk/client-s3')
  const settings: S3ClientConfig = {
    region: place.region,
    endpoint: place.endpoint,
    forcePathStyle: place.isPathStyle,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    requestHandler: { connectionTimeout: 3_000, socketTimeout: limitMs },
    // Not every server knows the newer checksums; what is sent has its MD5.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
  return { sdk, s3: new sdk.S3Client(settings) }
}

function within(ms: number) {
  return { abortSignal: AbortSignal.timeout(ms) }
}

function noObject(error: S3ServiceException): null {
  if (error.name === 'NoSuchKey' || error.name === 'NotFound') return null
  throw error
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}
