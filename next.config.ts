import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

/** What every answer says, page, file or API; the policy of pages and HSTS are set by src/proxy.ts. */
const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
}

/** No answer of the API is a page, and none may stay on a shared computer. */
const ofTheApi = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cache-Control': 'no-store',
}

const listed = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

const nextConfig: NextConfig = {
  poweredByHeader: false,
  // A folder that runs without node_modules, for the image (deploy/Dockerfile).
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  // Payload tells its errors by the names of their classes, in its own logger and for whoever renders them, and it is in
  // more than one of the server's bundles, so that `instanceof` would not do: the names must stay what they are.
  experimental: { serverMinification: false },
  // What `npm test` has checked, the build for the browser tests need not check again.
  typescript: { ignoreBuildErrors: process.env.TYPES_ARE_CHECKED === '1' },
  headers: async () => [
    { source: '/:path*', headers: listed(everywhere) },
    { source: '/api/:path*', headers: listed(ofTheApi) },
  ],
}

export default withPayload(nextConfig)
