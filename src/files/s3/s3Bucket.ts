import { createHash } from 'node:crypto'
import type { S3ServiceException } from '@aws-sdk/client-s3'
import type { S3Place } from '../../lib/s3Settings'
import { FilesAway } from '../filesAway'
import { type ConnectedS3, connectS3 } from './connectS3'
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
  let connected: Promise<ConnectedS3> | null = null
  const ask: Ask = async (work) => {
    try {
      connected ??= connectS3(place)
      return await work(await connected)
    } catch (error) {
      throw new FilesAway(whyBucketFails({ place, error }), { cause: error })
    }
  }
  const at = (key: string) => ({ Bucket: place.bucket, Key: place.prefix + key })
  return {
    name: bucketName(place),
    put: (key, bytes) =>
      ask(async ({ s3, sdk }) => {
        // So that what arrives is what was sent; buckets with object lock ask for it.
        const ContentMD5 = createHash('md5').update(bytes).digest('base64')
        const object = { ...at(key), Body: bytes, ContentLength: bytes.length, ContentMD5 }
        await s3.send(new sdk.PutObjectCommand(object), within(limitMs))
      }),
    get: (key) =>
      ask(async ({ s3, sdk }) => {
        const answer = await s3.send(new sdk.GetObjectCommand(at(key)), within(limitMs)).catch(noObject)
        const bytes = await answer?.Body?.transformToByteArray()
        return bytes ? Buffer.from(bytes) : null
      }),
    remove: (key) =>
      ask(async ({ s3, sdk }) => {
        await s3.send(new sdk.DeleteObjectCommand(at(key)), within(limitMs)).catch(noObject)
      }),
    list: (start) => ask((client) => listObjects({ client, place, start })),
    check: (start) =>
      ask(async ({ s3, sdk }) => {
        const asked = { Bucket: place.bucket, Prefix: place.prefix + start, MaxKeys: 1 }
        await s3.send(new sdk.ListObjectsV2Command(asked), within(checkLimitMs))
      }),
  }
}

type Ask = <T>(work: (client: ConnectedS3) => Promise<T>) => Promise<T>

type Listing = { client: ConnectedS3; place: S3Place; start: string }

async function listObjects({ client: { s3, sdk }, place, start }: Listing): Promise<ListedObject[]> {
  const { bucket: Bucket, prefix } = place
  const found: ListedObject[] = []
  let ContinuationToken: string | undefined
  do {
    const command = new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix + start, ContinuationToken })
    const page = await s3.send(command, within(limitMs))
    for (const { Key = '', Size = 0, LastModified = new Date() } of page.Contents ?? [])
      found.push({ key: Key.slice(prefix.length), bytes: Size, modified: LastModified })
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
  return found
}

function within(ms: number) {
  return { abortSignal: AbortSignal.timeout(ms) }
}

function noObject(error: S3ServiceException): null {
  if (error.name === 'NoSuchKey' || error.name === 'NotFound') return null
  throw error
}
