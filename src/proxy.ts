import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/contentSecurityPolicy'

/** Gives every page a policy with a nonce of its own, which Next puts into its scripts; the rest is in next.config.ts. */
export function proxy(request: NextRequest): NextResponse {
  const isHttps = process.env.PUBLIC_URL?.startsWith('https://') === true
  const policy = contentSecurityPolicy({
    nonce: randomBytes(16).toString('base64'),
    isHttps,
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (isHttps) response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  return response
}

/** Not the API, whose bodies would pass through here, and not the files of the build. */
export const config = { matcher: ['/((?!api/|_next/static/|_next/image).*)'] }
