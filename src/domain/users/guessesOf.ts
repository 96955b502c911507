import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as german } from '@zxcvbn-ts/language-de'
import { dictionary as english } from '@zxcvbn-ts/language-en'

/** Words that everyone here would try first. */
const ofThisPlace = ['dak', 'gesundheit', 'krankenkasse', 'portal', 'zweitmeinung', 'zweitmeinungsportal']

/**
 * More than this is not looked at: a password whose beginning is good is good, and the time it takes grows with the
 * length. Substitutions (`p4$$w0rd`) are tried as often as people make them; 100, the default, takes a second.
 */
const limits = { maxLength: 48, l33tMaxSubstitutions: 10 }

const estimator = new ZxcvbnFactory({
  ...limits,
  dictionary: { ...common, ...german, ...english },
  graphs: adjacencyGraphs,
})

/** How many guesses a password takes someone who knows common passwords, words, names and keyboards, as a power of ten. */
export function guessesLog10({
  password,
  personal,
}: {
  password: string
  personal: readonly string[]
}): number {
  return estimator.check(password, [...ofThisPlace, ...personal]).guessesLog10
}
