import type { CollectionBeforeValidateHook } from 'payload'

/** User names are trimmed, e-mail addresses trimmed and lower case, so that both stay unique for a person's eye. */
export const normaliseUser: CollectionBeforeValidateHook = ({ data }) => {
  if (!data) return data
  return {
    ...data,
    ...(typeof data.username === 'string' ? { username: data.username.normalize('NFC').trim() } : {}),
    ...(typeof data.email === 'string' ? { email: data.email.trim().toLowerCase() } : {}),
  }
}
