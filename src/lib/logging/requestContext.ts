import { AsyncLocalStorage } from 'node:async_hooks'

type RequestContext = { requestId: string }

/** Next bundles a module more than once; what requests and the logger share is one for the process. */
const shared = globalThis as typeof globalThis & { portalRequests?: AsyncLocalStorage<RequestContext> }
shared.portalRequests ??= new AsyncLocalStorage()

/** The request that what runs now belongs to. */
export const requestContext: AsyncLocalStorage<RequestContext> = shared.portalRequests
