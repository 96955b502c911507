import { expect, test } from 'vitest'
import { readMailFailure } from './mailFailure'

const thrown = (parts: object) => Object.assign(new Error('what the server said'), parts)

test('a server that cannot be reached may be reached later', () => {
  expect(readMailFailure(thrown({ code: 'ESOCKET' }))).toEqual({
    code: 'unreachable',
    detail: 'what the server said',
    isFinal: false,
  })
})

test('a recipient refused for good is not tried again; one refused for now is', () => {
  expect(readMailFailure(thrown({ code: 'EENVELOPE', responseCode: 550 })).isFinal).toBe(true)
  expect(readMailFailure(thrown({ code: 'EENVELOPE', responseCode: 450 })).isFinal).toBe(false)
})

test('a wrong password of the portal can be mended, so it is tried again', () => {
  expect(readMailFailure(thrown({ code: 'EAUTH', responseCode: 535 }))).toMatchObject({
    code: 'login',
    isFinal: false,
  })
})

test('anything else is told as it is', () => {
  expect(readMailFailure('nothing sensible')).toEqual({
    code: 'other',
    detail: 'nothing sensible',
    isFinal: false,
  })
  expect(readMailFailure(thrown({ code: 'constructor' })).code).toBe('other')
})
