import { isIP } from 'node:net'
import type { PayloadRequest } from 'payload'

/** The header that carries the one address the server found out; what a client sends in it is overwritten. */
export const clientAddressHeader = 'x-forwarded-for'

/**
 * The address a request came from. Each proxy adds to `X-Forwarded-For` whom it was asked by, so behind `proxies` of them
 * the address stands that many places before the end; everything further to the left anybody can write.
 */
export function findClientAddress({
  socketAddress,
  forwardedFor,
  proxies,
}: {
  socketAddress: string | undefined
  forwardedFor: string | undefined
  proxies: number
}): string | null {
  const told = proxies > 0 ? (forwardedFor ?? '').split(',').at(-proxies) : undefined
  return plainAddress(told) ?? plainAddress(socketAddress)
}

/** The address that a request came from, as the server noted it; `null` when it is not known. */
export function clientAddressOf(req: Pick<PayloadRequest, 'headers'>): string | null {
  return plainAddress(req.headers?.get(clientAddressHeader) ?? undefined)
}

/** What is limited of an address: of IPv6 the network of 64 bits that one connection has to itself. */
export function limitedNetwork(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(Math.max(gap, 0)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

function plainAddress(address: string | undefined): string | null {
  const plain = (address ?? '')
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
  return isIP(plain) === 0 ? null : plain.toLowerCase()
}
