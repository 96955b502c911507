import type { CollectionConfig } from 'payload'
import { hasRole, roles } from '../../access/hasRole'
import { activeUsers, admins, adminsOrOwn } from '../../access/rules'
import { forbidDeniedWrite } from '../../hooks/forbidDeniedWrite'
import { forbidInactiveLogin } from '../../hooks/forbidInactiveLogin'
import { normaliseUser } from '../../hooks/normaliseUser'
import { recordLogin } from '../../hooks/recordLogin'

const minute = 60_000

const adminWrites = {
  access: { create: admins, update: admins },
  hooks: { beforeValidate: [forbidDeniedWrite] },
}

/** The accounts. Login, lock and sessions are Payload's; role and state are the admins'. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { de: 'Benutzer', en: 'User' }, plural: { de: 'Benutzer', en: 'Users' } },
  auth: {
    tokenExpiration: 2 * 60 * 60,
    maxLoginAttempts: 5,
    lockTime: 30 * minute,
    cookies: { sameSite: 'Lax', secure: process.env.PUBLIC_URL?.startsWith('https://') ?? false },
  },
  access: {
    admin: activeUsers,
    read: adminsOrOwn('id'),
    create: admins,
    update: adminsOrOwn('id'),
    delete: admins,
    unlock: admins,
  },
  admin: {
    useAsTitle: 'username',
    defaultColumns: ['username', 'email', 'role', 'isActive', 'lastLogin'],
    hidden: ({ user }) => !hasRole(user, 'admin'),
  },
  defaultPopulate: { username: true },
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
      name: 'role',
      type: 'select',
      required: true,
      saveToJWT: true,
      defaultValue: 'dak_mitarbeiter',
      label: { de: 'Rolle', en: 'Role' },
      options: Object.entries(roles).map(([value, label]) => ({ value, label })),
      ...adminWrites,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      defaultValue: true,
      label: { de: 'Aktiv', en: 'Active' },
      ...adminWrites,
    },
    {
      name: 'mustChangePassword',
      type: 'checkbox',
      defaultValue: false,
      label: { de: 'Muss das Passwort ändern', en: 'Must change the password' },
      ...adminWrites,
    },
    {
      name: 'lastLogin',
      type: 'date',
      label: { de: 'Letzte Anmeldung', en: 'Last login' },
      access: { create: () => false, update: () => false },
      hooks: { beforeValidate: [forbidDeniedWrite] },
      admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    },
  ],
  hooks: {
    beforeValidate: [normaliseUser],
    beforeLogin: [forbidInactiveLogin],
    afterLogin: [recordLogin],
  },
}
