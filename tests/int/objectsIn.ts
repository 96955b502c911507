import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import type { S3Place } from '../../src/lib/s3Settings'

/** Every object of a bucket with its bytes, by key, as somebody sees it who does not go through the portal. */
export async function objectsIn(place: S3Place): Promise<Map<string, Buffer>> {
  const { bucket: Bucket, region, endpoint, accessKeyId, secretAccessKey } = place
  const credentials = { accessKeyId, secretAccessKey }
  const client = new S3Client({ region, endpoint, credentials, forcePathStyle: true })
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
  const objects = new Map<string, Buffer>()
  for (const { Key = '' } of Contents) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
    objects.set(Key, Buffer.from((await Body?.transformToByteArray()) ?? []))
  }
  client.destroy()
  return objects
}
