import { expect, test } from 'vitest'
import { decideTransfer } from './decideTransfer'

const source = { installation: 'ours', state: 'as-now' }
const decide = (target: Parameters<typeof decideTransfer>[0]['target']) => decideTransfer({ source, target })

test('an empty target is begun', () => {
  expect(decide({ isEmpty: true, begun: null })).toEqual({ do: 'begin' })
})

test('whatever was not left by a transfer is not touched', () => {
  expect(decide({ isEmpty: false, begun: null })).toEqual({ do: 'refuse', because: 'occupied' })
})

test('what was cut off goes on, before its first document too', () => {
  for (const isEmpty of [true, false])
    expect(decide({ isEmpty, begun: { ...source } })).toEqual({ do: 'continue' })
})

test('another installation is refused, even where it left nothing yet', () => {
  for (const isEmpty of [true, false])
    expect(decide({ isEmpty, begun: { ...source, installation: 'theirs' } })).toEqual({
      do: 'refuse',
      because: 'otherInstallation',
    })
})

test('what has changed since, or was found to differ, is carried from the beginning', () => {
  for (const state of ['as-before', null])
    expect(decide({ isEmpty: false, begun: { ...source, state } })).toEqual({ do: 'beginAnew' })
})
