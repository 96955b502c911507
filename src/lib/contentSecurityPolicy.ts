/** The hash of nothing: style elements that libraries make empty and fill by script, which a script may do anyway. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/** The style elements of Payload's panel that never vary; a browser test tells when a new version changes them. */
const panelStyles = [
  // The order of its layers, in the frame of every page.
  "'sha256-UO8+f0Vt7qym1f9lUl0nh47l5M7MX3W3qSnbWSxu6+8='",
  // Toasts.
  "'sha256-Od9mHMH7x2G6QuoV3hsPkDCwIyqbg2DX3F5nLeCYQBc='",
  // The logo of the login page.
  "'sha256-CBWLupykV2+tCbiz5P0GpxXQf8OkxfFZqzAb+7mTv0s='",
  // Drawers and modals.
  "'sha256-RRvYYvypkfR67NPWQ5YM5msNEwtYz7N+9rYPCnXMfXw='",
]

/**
 * What a page of the portal may load and run: its own files, and scripts that carry this answer's nonce. Inline style
 * attributes are allowed, for React and the editor set them; style elements and scripts are not.
 */
export function contentSecurityPolicy({
  nonce,
  isHttps,
  isDevelopment,
}: {
  nonce: string
  isHttps: boolean
  isDevelopment: boolean
}): string {
  return Object.entries({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src-elem': isDevelopment
      ? "'self' 'unsafe-inline'"
      : `'self' 'nonce-${nonce}' ${emptyStyle} ${panelStyles.join(' ')}`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    ...(isHttps ? { 'upgrade-insecure-requests': '' } : {}),
  })
    .map(([directive, value]) => `${directive} ${value}`.trim())
    .join('; ')
}
