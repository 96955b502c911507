import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { roles } from '../../access/hasRole'
import { accessTokenSeconds, resetMailSeconds, resetTokenSeconds } from '../../domain/users/lifetimes'
import { forgotPasswordEndpoint } from '../../endpoints/account/forgotPasswordEndpoint'
import { mfaEndpoints } from '../../endpoints/account/mfaEndpoints'
import { passwordEndpoint } from '../../endpoints/account/passwordEndpoint'
import { registrationEndpoints } from '../../endpoints/account/registrationEndpoints'
import { sessionEndpoints } from '../../endpoints/account/sessionEndpoints'
import { notificationPreferences } from '../../fields/notificationPreferences'
import { ruledField } from '../../fields/ruledField'
import { checkPasswordReset } from '../../hooks/checkPasswordReset'
import { checkSecondFactor } from '../../hooks/checkSecondFactor'
import { deleteUserTraces } from '../../hooks/deleteUserTraces'
import { deriveMfaEnabled, deriveMfaEnrolmentRequired } from '../../hooks/deriveSecondFactor'
import { endSessionOnLogout } from '../../hooks/endSessionOnLogout'
import { endSessionsOnChange } from '../../hooks/endSessionsOnChange'
import { ensurePasswordRules } from '../../hooks/ensurePasswordRules'
import { ensureSecondFactor } from '../../hooks/ensureSecondFactor'
import { forbidGatedRefresh } from '../../hooks/forbidGatedRefresh'
import { forbidInactiveLogin } from '../../hooks/forbidInactiveLogin'
import { forbidOwnPasswordWrite } from '../../hooks/forbidOwnPasswordWrite'
import { hashResetToken } from '../../hooks/hashResetToken'
import { forgiveSignIn, limitSignIn } from '../../hooks/limitSignIn'
import { normaliseUser } from '../../hooks/normaliseUser'
import { openSessionOnLogin } from '../../hooks/openSessionOnLogin'
import { recordLogin } from '../../hooks/recordLogin'
import { recordUnlock } from '../../hooks/recordUnlock'
import { renewSessionOnRefresh } from '../../hooks/renewSessionOnRefresh'
import { settleConfirmation } from '../../hooks/settleConfirmation'
import { stampSessionEpoch } from '../../hooks/stampSessionEpoch'

const minute = 60_000

/** The accounts. Login and lock are Payload's, sessions and second factor collections of their own; role and state are the admins'. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { de: 'Benutzer', en: 'User' }, plural: { de: 'Benutzer', en: 'Users' } },
  auth: {
    tokenExpiration: accessTokenSeconds,
    useSessions: false,
    maxLoginAttempts: 5,
    lockTime: 30 * minute,
    forgotPassword: { expiration: resetTokenSeconds * 1000, minRequestInterval: resetMailSeconds * 1000 },
    cookies: { sameSite: 'Lax', secure: process.env.PUBLIC_URL?.startsWith('https://') ?? false },
  },
  access: accessOf('users'),
  admin: {
    useAsTitle: 'username',
    defaultColumns: ['username', 'email', 'role', 'isActive', 'mfaEnabled', 'lastLogin'],
    hidden: hiddenFromPanel('users'),
  },
  defaultPopulate: { username: true },
  endpoints: [
    ...mfaEndpoints,
    ...sessionEndpoints,
    ...registrationEndpoints,
    passwordEndpoint,
    forgotPasswordEndpoint,
  ],
  fields: [
    {
      name: 'username',
      type: 'text',
      required: true,
      unique: true,
      minLength: 2,
      maxLength: 100,
      label: { de: 'Benutzername', en: 'User name' },
    },
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      label: { de: 'E-Mail-Adresse', en: 'E-mail address' },
      ...ruledField('users.email'),
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      saveToJWT: true,
      defaultValue: 'dak_mitarbeiter',
      label: { de: 'Rolle', en: 'Role' },
      options: Object.entries(roles).map(([value, label]) => ({ value, label })),
      ...ruledField('users.role'),
    },
    {
      name: 'isActive',
      type: 'checkbox',
      defaultValue: true,
      label: { de: 'Aktiv', en: 'Active' },
      ...ruledField('users.isActive'),
    },
    {
      name: 'mustChangePassword',
      type: 'checkbox',
      defaultValue: false,
      label: { de: 'Muss das Passwort ändern', en: 'Must change the password' },
      ...ruledField('users.mustChangePassword'),
    },
    {
      // Registered, and the address not confirmed yet; see `confirmAddress`.
      name: 'awaitsConfirmation',
      type: 'checkbox',
      defaultValue: false,
      label: { de: 'Adresse noch nicht bestätigt', en: 'Address not confirmed yet' },
      ...ruledField('users.awaitsConfirmation'),
      admin: { readOnly: true },
    },
    {
      name: 'mfaEnabled',
      type: 'checkbox',
      virtual: true,
      label: { de: 'Zweiter Faktor', en: 'Second factor' },
      access: ruledField('users.mfaEnabled').access,
      hooks: { ...ruledField('users.mfaEnabled').hooks, afterRead: [deriveMfaEnabled] },
      admin: { readOnly: true, disableListFilter: true },
    },
    {
      name: 'mfaEnrolmentRequired',
      type: 'checkbox',
      virtual: true,
      label: { de: 'Muss den zweiten Faktor einrichten', en: 'Must set up the second factor' },
      access: ruledField('users.mfaEnrolmentRequired').access,
      hooks: { ...ruledField('users.mfaEnrolmentRequired').hooks, afterRead: [deriveMfaEnrolmentRequired] },
      admin: { readOnly: true, disableListFilter: true },
    },
    {
      // Sessions of an earlier epoch are void: see `stampSessionEpoch`.
      name: 'sessionEpoch',
      type: 'text',
      ...ruledField('users.sessionEpoch'),
      admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
    },
    {
      name: 'lastLogin',
      type: 'date',
      label: { de: 'Letzte Anmeldung', en: 'Last login' },
      ...ruledField('users.lastLogin'),
      admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    },
    ...notificationPreferences,
    {
      name: 'accountActions',
      type: 'ui',
      admin: {
        position: 'sidebar',
        components: { Field: '/src/components/fields/AccountActions#AccountActions' },
      },
    },
  ],
  hooks: {
    beforeOperation: [
      limitSignIn,
      checkSecondFactor,
      checkPasswordReset,
      forbidGatedRefresh,
      forbidOwnPasswordWrite,
    ],
    beforeValidate: [normaliseUser, ensurePasswordRules],
    beforeChange: [stampSessionEpoch, settleConfirmation, hashResetToken],
    afterChange: [endSessionsOnChange],
    beforeDelete: [deleteUserTraces],
    beforeLogin: [forbidInactiveLogin, ensureSecondFactor],
    afterLogin: [recordLogin],
    afterLogout: [endSessionOnLogout],
    afterOperation: [forgiveSignIn, openSessionOnLogin, renewSessionOnRefresh, recordUnlock],
  },
}
