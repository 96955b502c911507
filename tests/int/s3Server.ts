import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { S3Place } from '../../src/lib/s3Settings'
import { freePort } from '../e2e/freePort'

const script = fileURLToPath(new URL('./serveS3.mjs', import.meta.url))
/** The only keys that the server knows. */
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** A real S3 server on 127.0.0.1 that tests start and stop; what it has stored it keeps until it is removed. */
export type S3Server = {
  /** A bucket of it, as the settings name it. */
  place(bucket: string): S3Place
  start(): Promise<void>
  /** Ends at once, as a machine does that fails. */
  stop(): Promise<void>
  remove(): Promise<void>
}

/** Takes a port for the server, which is started later; the settings have to be there before the portal reads them. */
export async function s3Server(buckets: readonly string[]): Promise<S3Server> {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'portal-s3-'))
  let child: ChildProcess | null = null
  const stop = async () => {
    const running = child
    child = null
    if (!running) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }
  return {
    place: (bucket) => ({
      bucket,
      region: 'eu-central-1',
      endpoint: `http://127.0.0.1:${port}`,
      isPathStyle: true,
      prefix: '',
      ...keys,
    }),
    start: async () => {
      const started = fork(script, [directory, port, ...buckets], {
        // Its listings go on with tokens of a cipher that OpenSSL 3 calls legacy.
        execArgv: ['--openssl-legacy-provider'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      child = started
      await new Promise<void>((resolve, reject) => {
        started.once('message', () => resolve())
        started.once('exit', (code) => reject(new Error(`The S3 server ended with ${code}.`)))
      })
    },
    stop,
    remove: async () => {
      await stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The settings that name a bucket, for a process that is to use it. */
export function s3Variables(place: S3Place): Record<string, string> {
  return {
    S3_BUCKET: place.bucket,
    S3_REGION: place.region,
    S3_ENDPOINT: place.endpoint ?? '',
    S3_ACCESS_KEY_ID: place.accessKeyId,
    S3_SECRET_ACCESS_KEY: place.secretAccessKey,
    S3_PATH_STYLE: String(place.isPathStyle),
    S3_PREFIX: place.prefix,
  }
}
