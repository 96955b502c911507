import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { clientAddressHeader, findClientAddress } from './clientAddress'

/**
 * Writes the address of each request into its headers before anybody reads them: Next passes on what a client sends there
 * and does not tell a route whom the socket belongs to.
 */
export function noteClientAddress({ proxies }: { proxies: number }): void {
  subscribe('http.server.request.start', (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket }
    const { headers } = request
    const address = findClientAddress({
      socketAddress: socket.remoteAddress,
      forwardedFor: headers[clientAddressHeader] as string | undefined,
      proxies,
    })
    if (address) headers[clientAddressHeader] = address
    else delete headers[clientAddressHeader]
  })
}
