import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { findClientAddress, limitedNetwork } from './clientAddress'
import { noteClientAddress } from './noteClientAddress'

test.each([
  [0, '10.0.0.9', undefined, '10.0.0.9'],
  [0, '10.0.0.9', '203.0.113.1', '10.0.0.9'],
  [0, '::ffff:10.0.0.9', undefined, '10.0.0.9'],
  [1, '10.0.0.9', '203.0.113.1', '203.0.113.1'],
  [1, '10.0.0.9', '192.0.2.66, 203.0.113.1', '203.0.113.1'],
  [2, '10.0.0.9', '192.0.2.66, 203.0.113.1, 10.0.0.8', '203.0.113.1'],
  [2, '10.0.0.9', '192.0.2.66', '10.0.0.9'],
  [1, '10.0.0.9', undefined, '10.0.0.9'],
  [1, '10.0.0.9', 'unknown', '10.0.0.9'],
  [1, undefined, '2001:DB8::1', '2001:db8::1'],
  [0, undefined, '203.0.113.1', null],
])('behind %i proxies, asked by %s with “%s”: %s', (proxies, socketAddress, forwardedFor, expected) => {
  expect(findClientAddress({ proxies, socketAddress, forwardedFor })).toBe(expected)
})

test.each([
  ['203.0.113.1', '203.0.113.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::', 'fe80:0:0:0::/64'],
])('%s is limited as %s', (address, network) => {
  expect(limitedNetwork(address)).toBe(network)
})

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers) server.close()
})

test('what a client writes into the header is overwritten before anybody reads it', async () => {
  noteClientAddress({ proxies: 0 })
  const server = createServer((asked, answer) => answer.end(asked.headers['x-forwarded-for']))
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const seen = await new Promise<string>((resolve) => {
    const headers = { 'x-forwarded-for': '203.0.113.66' }
    request({ host: '127.0.0.1', port, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += String(chunk)
      })
      answer.on('end', () => resolve(text))
    }).end()
  })
  expect(seen).toBe('127.0.0.1')
})
