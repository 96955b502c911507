import { type Person, personOf } from '../../domain/erasure/person'

/** The person of a request; an insurance number is taken as it is stored, without blanks and in capitals. */
export function personIn({ kvnr, ...given }: { [field in keyof Person]?: string }): Person {
  return personOf({ ...given, kvnr: kvnr?.replace(/\s/g, '').toUpperCase() })
}
