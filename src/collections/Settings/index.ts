import type { GlobalConfig } from 'payload'
import { hasRole } from '../../access/hasRole'
import { admins } from '../../access/rules'

/** What admins may set while the portal runs; what is set before it starts stands in `lib/settings.ts`. */
export const Settings: GlobalConfig = {
  slug: 'settings',
  label: { de: 'Einstellungen', en: 'Settings' },
  access: { read: admins, update: admins },
  admin: { hidden: ({ user }) => !hasRole(user, 'admin') },
  fields: [
    {
      name: 'duplicates',
      type: 'group',
      label: { de: 'Mögliche Dubletten', en: 'Possible duplicates' },
      fields: [
        {
          name: 'kvnrDays',
          type: 'number',
          required: true,
          defaultValue: 90,
          min: 0,
          max: 3660,
          label: {
            de: 'Gleiche KVNR und Fallgruppe: höchstens so viele Tage auseinander',
            en: 'Same insurance number and group: at most so many days apart',
          },
        },
        {
          name: 'minScore',
          type: 'number',
          required: true,
          defaultValue: 80,
          min: 50,
          max: 100,
          label: {
            de: 'Ähnlichkeit, ab der zwei Fälle vielleicht derselbe sind (Prozent)',
            en: 'Similarity from which two cases may be the same (per cent)',
          },
        },
      ],
    },
    {
      name: 'imports',
      type: 'group',
      label: { de: 'Importe', en: 'Imports' },
      fields: [
        {
          name: 'previewDays',
          type: 'number',
          required: true,
          defaultValue: 7,
          min: 1,
          max: 365,
          label: {
            de: 'Eine Vorschau, die niemand übernimmt, verfällt nach so vielen Tagen',
            en: 'A preview that nobody applies expires after so many days',
          },
        },
      ],
    },
  ],
}
