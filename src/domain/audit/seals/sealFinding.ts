/** What is wrong with the sealed log, where: the number of an entry, and what is known of it. */
export type SealFinding = {
  kind: SealTrouble
  number: number
  /** The last number, where it is about several. */
  to?: number
  id?: string
  /** An ISO instant. */
  at?: string
}

export type SealTrouble = keyof typeof troubles

const troubles = {
  altered: 'is not as it was sealed',
  swapped: 'stands in another’s place',
  missing: 'is gone',
  foreign: 'counts as sealed and never was',
  sealAltered: 'has a seal that does not follow from the one before',
  sealMissing: 'has no seal, though later ones have',
  badMark: 'is sealed by somebody who has not the portal’s secret, or with another one',
  unexplained: 'had its values replaced, and no entry says so',
  cutOff: 'is cut off the end',
  headDiffers: 'had another hash when it was noted',
  headMissing: 'is the end of the seals, of which the head is missing',
} as const

/** A finding as a sentence of the command line. */
export function describeFinding({ kind, number, to, id, at }: SealFinding): string {
  const numbers = to === undefined || to === number ? `Entry ${number}` : `Entries ${number} to ${to}`
  const known = [id ? `id ${id}` : '', at ?? ''].filter(Boolean).join(', ')
  const several = numbers.startsWith('Entries')
  const text = several
    ? troubles[kind].replace(/^(is|was|has|had)\b/, (verb) => plural[verb] ?? verb)
    : troubles[kind]
  return `${numbers}${known ? ` (${known})` : ''} ${text}.`
}

const plural: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have' }
