import { expect, test } from 'vitest'
import { describeDevice } from './describeDevice'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox 150 · Linux'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/146.0.0.0 Safari/537.36`,
    'Chrome 146 · Windows',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/146.0.0.0 Safari/537.36 Edg/146.0.0.0`,
    'Edge 146 · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari 19 · iOS',
  ],
  [`Mozilla/5.0 (Linux; Android 16) ${webkit} Chrome/146.0.0.0 Mobile Safari/537.36`, 'Chrome 146 · Android'],
  ['curl/8.14.1', 'curl/8.14.1'],
  ['', ''],
  [null, ''],
])('%s', (userAgent, device) => {
  expect(describeDevice(userAgent)).toBe(device)
})
