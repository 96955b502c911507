import type { PayloadRequest } from 'payload'

/** The code of a call: `totp` in the data (Local API) or in the body (REST), or the header `X-TOTP`. */
export function givenCode({ data, req }: { data: object; req: PayloadRequest }): string {
  const body = req.payloadAPI === 'REST' ? req.data : undefined
  const given = [
    'totp' in data ? data.totp : undefined,
    body && 'totp' in body ? body.totp : undefined,
    req.headers?.get('x-totp'),
  ]
  const code = given.find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof code === 'string' ? code : ''
}
