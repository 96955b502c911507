import { expect, test } from 'vitest'
import { mailDomainOf, readMailDomain } from './mailDomain'

test.each([
  ['dak.de', 'dak.de'],
  [' @DAK.de ', 'dak.de'],
  ['mail.dak.de.', 'mail.dak.de'],
  ['büro.example', 'xn--bro-hoa.example'],
  ['a-b.example', 'a-b.example'],
])('“%s” is the domain %s', (text, domain) => {
  expect(readMailDomain(text)).toBe(domain)
  expect(readMailDomain(domain)).toBe(domain)
})

test.each([
  '',
  'dak',
  'dak.',
  '.de',
  'a..de',
  '-a.de',
  'a b.de',
  'anna@dak.de',
  'dak.de/x',
  '10.0.0.1',
  '*.de',
  'dak.d',
])('“%s” is none', (text) => {
  expect(readMailDomain(text)).toBeNull()
})

test('the domain of an address is what stands behind its last @', () => {
  expect(mailDomainOf('Anna.Tonn@DAK.de')).toBe('dak.de')
  expect(mailDomainOf('"a@dak.de"@evil.example')).toBe('evil.example')
})
