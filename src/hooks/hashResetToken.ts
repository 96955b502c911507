import type { CollectionBeforeChangeHook } from 'payload'
import type { User } from '../payload-types'
import { storedResetToken } from '../services/users/resetToken'

/** Of the token that sets a new password only a hash is stored: whoever reads the database cannot use it. */
export const hashResetToken: CollectionBeforeChangeHook<User> = ({ data }) =>
  typeof data.resetPasswordToken === 'string'
    ? { ...data, resetPasswordToken: storedResetToken(data.resetPasswordToken) }
    : data
