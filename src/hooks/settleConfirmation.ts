import type { CollectionBeforeChangeHook } from 'payload'
import type { User } from '../payload-types'

/** An account that is open waits for no confirmation any more, whoever opened it: nobody can register in its place. */
export const settleConfirmation: CollectionBeforeChangeHook<User> = ({ data }) =>
  data.isActive === true ? { ...data, awaitsConfirmation: false } : data
