import fc from 'fast-check'
import { fallgruppeKeys } from '../../src/domain/cases/caseFields'
import { buildCube } from '../../src/domain/reports/buildCube'

type Wanted = {
  /** The last week that has cases. */
  bisKw?: number
  /** What the cases are; anything unless told. */
  flags?: fc.Arbitrary<number>
  maxLength?: number
}

/** Any groups of equal cases, as the store counts them. */
export function flagGroups({
  bisKw = 53,
  flags = fc.integer({ min: 0, max: 2047 }),
  maxLength,
}: Wanted = {}) {
  const group = fc.record({
    kw: fc.integer({ min: 1, max: bisKw }),
    fallgruppe: fc.constantFrom(...fallgruppeKeys),
    flags,
    count: fc.integer({ min: 1, max: 2_000 }),
  })
  return fc.array(group, { maxLength })
}

/** Any cube of a year. */
export function cubes(wanted?: Wanted) {
  return flagGroups(wanted).map(buildCube)
}
