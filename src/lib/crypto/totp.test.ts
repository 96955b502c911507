import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { newTotpSecret, totpEnrolment, totpStepOf } from './totp'

const secret = newTotpSecret()
const now = new Date('2026-11-25T10:00:10Z')
const step = Math.floor(now.getTime() / 30_000)
const codeAt = (seconds: number) => generate({ secret, epoch: now.getTime() / 1000 + seconds })

test('a code is right in its step and one step to either side', async () => {
  for (const [seconds, expected] of [
    [-60, null],
    [-30, step - 1],
    [0, step],
    [30, step + 1],
    [60, null],
  ] as const) {
    const found = await totpStepOf({ secret, code: await codeAt(seconds), lastStep: null, now })
    expect(found, `${seconds} s`).toBe(expected)
  }
})

test('a step that was used, and every one before it, is no longer right', async () => {
  const code = await codeAt(0)
  expect(await totpStepOf({ secret, code, lastStep: step - 1, now })).toBe(step)
  expect(await totpStepOf({ secret, code, lastStep: step, now })).toBeNull()
  expect(await totpStepOf({ secret, code: await codeAt(-30), lastStep: step, now })).toBeNull()
})

test('what is no six digits is no code', async () => {
  for (const code of ['', '12345', '1234567', 'abcdef', '12 345', '１２３４５６'])
    expect(await totpStepOf({ secret, code, lastStep: null, now })).toBeNull()
})

test('the enrolment names portal and account', () => {
  const { otpauthUri, qr } = totpEnrolment({ secret, account: 'r.tonn@example.org' })
  expect(otpauthUri).toContain('otpauth://totp/DAK%20Zweitmeinungs-Portal')
  expect(otpauthUri).toContain(`secret=${secret}`)
  expect(qr).toMatch(/^data:image\/gif;base64,/)
})
