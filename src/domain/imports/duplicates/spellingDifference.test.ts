import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nachnameFormOf } from '../../cases/nameForm'
import { editDistance } from './editDistance'
import { spellingDifference } from './spellingDifference'

const letter = fc.constantFrom('a', 'e', 'n', 't', 'h', 'r', 's', 'k', 'z', 'ж', 'б')
const name = fc.string({ unit: letter, minLength: 5, maxLength: 12 })

/** A slip of the keyboard: a letter in another's place, one more, one less. */
const slips = fc.array(fc.record({ at: fc.nat(11), put: fc.option(letter), over: fc.nat(1) }), {
  maxLength: 2,
})

test('no name of few slips is taken for another name, whatever letters the slips put there', () => {
  fc.assert(
    fc.property(name, slips, (text, made) => {
      const other = made.reduce(
        (letters, { at, put, over }) => letters.slice(0, at) + (put ?? '') + letters.slice(at + over),
        text,
      )
      const [left, right] = [nachnameFormOf(text), nachnameFormOf(other)]
      const most = Math.max(left.text.length, right.text.length) >= 8 ? 2 : 1
      fc.pre(editDistance(left.text, right.text, most) !== null)
      expect(spellingDifference({ left, right, isVorname: false })).not.toBeNull()
    }),
    { numRuns: 3_000 },
  )
})
