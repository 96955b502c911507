import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestContext } from './requestContext'

/** The header by which a request is known to a proxy, to the logs and to whoever asked. */
const requestIdHeader = 'x-request-id'
const started = 'http.server.request.start'

type Write = (line: Record<string, unknown>) => void

/**
 * Gives every request of this process an id (that of a proxy, if it is one), answers with it, has the logger know it,
 * and writes a line when the answer has gone out: neither addresses nor what was asked for are in it. Returns how to end
 * that.
 */
export function logRequests(write: Write): () => void {
  const onStart = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const requestId = requestIdFrom(request.headers[requestIdHeader])
    request.headers[requestIdHeader] = requestId
    response.setHeader(requestIdHeader, requestId)
    requestContext.enterWith({ requestId })
    const path = pathForLog(request.url ?? '')
    if (path.startsWith('/_next/')) return
    const start = performance.now()
    response.once('close', () => {
      const ms = Math.round(performance.now() - start)
      const isWhole = response.writableFinished
      write({ requestId, method: request.method, path, status: response.statusCode, ms, isWhole })
    })
  }
  subscribe(started, onStart)
  return () => unsubscribe(started, onStart)
}

/** What a proxy sends is taken if it looks like an id; anything else could be anything. */
export function requestIdFrom(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/.test(given) ? given : randomUUID()
}

/** A path without its query, and of its parts only words: ids, numbers and file names are left out. */
export function pathForLog(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1)
  return path
    .split('/')
    .map((part) => (/^(_next|[a-z]{1,20}(-[a-z]{1,20}){0,2})?$/.test(part) ? part : ':id'))
    .join('/')
}
