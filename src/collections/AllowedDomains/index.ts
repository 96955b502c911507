import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { roles } from '../../access/hasRole'
import { normaliseDomain } from '../../hooks/normaliseDomain'

/** The domains whose addresses may register without an invitation, each with the role that they get. */
export const AllowedDomains: CollectionConfig = {
  slug: 'allowed-domains',
  labels: {
    singular: { de: 'Zugelassene Domain', en: 'Allowed domain' },
    plural: { de: 'Zugelassene Domains', en: 'Allowed domains' },
  },
  access: accessOf('allowed-domains'),
  admin: {
    useAsTitle: 'domain',
    defaultColumns: ['domain', 'role', 'isActive', 'updatedAt'],
    hidden: hiddenFromPanel('allowed-domains'),
    description: {
      de: 'Wer eine Adresse dieser Domain hat, kann sich selbst registrieren und bestätigt sie per E-Mail. Subdomains gehören nicht dazu.',
      en: 'Whoever has an address of this domain can register and confirms it by mail. Subdomains are not part of it.',
    },
  },
  defaultSort: 'domain',
  fields: [
    {
      name: 'domain',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 255,
      label: { de: 'Domain', en: 'Domain' },
      admin: { placeholder: 'dak.de' },
      hooks: { beforeValidate: [normaliseDomain] },
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'dak_mitarbeiter',
      options: Object.entries(roles).map(([value, label]) => ({ value, label })),
      label: { de: 'Rolle', en: 'Role' },
    },
    { name: 'isActive', type: 'checkbox', defaultValue: true, label: { de: 'Aktiv', en: 'Active' } },
  ],
}
