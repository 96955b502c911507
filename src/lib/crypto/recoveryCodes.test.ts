import { expect, test } from 'vitest'
import { derivedKey } from './derivedKey'
import { newRecoveryCodes, recoveryCodeHash } from './recoveryCodes'

const key = derivedKey({ secret: 'only-for-tests-only-for-tests-only-for-tests', purpose: 'test' })

test('ten different codes', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
})

test('a code counts however it is typed, and nothing else does', () => {
  const hash = recoveryCodeHash({ code: '7K3MQ-0T1XZ', key })
  for (const typed of ['7k3mq-0t1xz', '7K3MQ0T1XZ', ' 7K3MQ OTIXZ ', '7k3mq otlxz'])
    expect(recoveryCodeHash({ code: typed, key })).toBe(hash)
  for (const typed of ['', '123456', '7K3MQ-0T1X', '7K3MQ-0T1XZZ', '7K3MQ-0T1XU'])
    expect(recoveryCodeHash({ code: typed, key })).toBeNull()
})
