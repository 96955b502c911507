import { randomUUID } from 'node:crypto'
import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { migrations } from '../../src/migrations'
import { portalDatabase } from '../../src/store/portalDatabase'
import type { Answer } from './portal'

type Call = { token?: string; body?: unknown }

/** A second portal in this process, beside that of the test file and on another database. */
export type OtherPortal = {
  payload: Payload
  call(method: string, path: string, call?: Call): Promise<Answer>
  stop(): Promise<void>
}

/** Starts a portal on a database, as it starts anywhere; files are those of the test file's `DATA_DIR`. */
export async function startPortalOn(uri: string): Promise<OtherPortal> {
  const portal = await config
  const db = portalDatabase({ uri, migrations: migrations as never, migrationDir: '' })
  const own = { ...portal, db: db as never, custom: { ...portal.custom } }
  const key = randomUUID()
  const payload = await getPayload({ config: own, key })
  const call = async (method: string, path: string, { token, body }: Call = {}): Promise<Answer> => {
    const headers = new Headers({ 'accept-language': 'de', 'content-type': 'application/json' })
    if (token) headers.set('authorization', `JWT ${token}`)
    const request = new Request(`http://localhost:3000${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const response = await handleEndpoints({ config: own, payloadInstanceCacheKey: key, request })
    const isJson = response.headers.get('content-type')?.includes('json')
    const answer = isJson ? await response.json() : Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, body: answer }
  }
  return { payload, call, stop: () => payload.destroy() }
}
