import type { S3ClientConfig } from '@aws-sdk/client-s3'
import type { S3Place } from '../../lib/s3Settings'

/** The client of a bucket's server, and the commands it takes. */
export type ConnectedS3 = Awaited<ReturnType<typeof connectS3>>

const connectionTimeout = 3_000
const socketTimeout = 30_000

/** Loads the client, which is large: portals without a bucket need not. */
export async function connectS3(place: S3Place) {
  // It says with each start that its versions of 2027 will need Node 22; this one runs on 20.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const sdk = await import('@aws-sdk/client-s3')
  const settings: S3ClientConfig = {
    region: place.region,
    endpoint: place.endpoint,
    forcePathStyle: place.isPathStyle,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    requestHandler: { connectionTimeout, socketTimeout },
    // Not every server knows the newer checksums; what is sent has its MD5.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
  return { sdk, s3: new sdk.S3Client(settings) }
}
