import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { proxy } from './proxy'

afterEach(() => vi.unstubAllEnvs())

const answer = () => proxy(new NextRequest('http://localhost:3000/admin'))
const policy = () => answer().headers.get('content-security-policy') ?? ''

test('a page gets a policy with a nonce of its own, and tells it to Next', () => {
  const { headers } = answer()
  expect(headers.get('x-middleware-request-content-security-policy')).toBe(
    headers.get('content-security-policy'),
  )
  expect(policy()).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
  expect(policy()).not.toBe(policy())
})

test('under https browsers are told to stay there', () => {
  vi.stubEnv('PUBLIC_URL', 'https://zweitmeinung.example.org')
  expect(answer().headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
  expect(policy()).toContain('upgrade-insecure-requests')
  vi.stubEnv('PUBLIC_URL', 'http://localhost:3000')
  expect(answer().headers.has('strict-transport-security')).toBe(false)
  expect(policy()).not.toContain('upgrade-insecure-requests')
})

test('what development needs is allowed in development alone', () => {
  vi.stubEnv('NODE_ENV', 'development')
  expect(policy()).toContain("'unsafe-eval'")
  vi.stubEnv('NODE_ENV', 'production')
  expect(policy()).not.toContain("'unsafe-eval'")
  expect(policy()).not.toMatch(/(script-src|style-src-elem) [^;]*'unsafe-inline'/)
})
