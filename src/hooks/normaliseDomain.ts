import type { FieldHook } from 'payload'
import { readMailDomain } from '../domain/users/mailDomain'
import { problemRefusal } from '../lib/refuse'

/** A domain is stored as it stands in addresses; what cannot be one is refused. An empty one Payload asks for. */
export const normaliseDomain: FieldHook = ({ value, req }) => {
  if (typeof value !== 'string' || value.trim() === '') return value
  const domain = readMailDomain(value)
  if (domain) return domain
  throw problemRefusal(req, [{ level: 'error', code: 'invalidDomain', field: 'domain', value }])
}
