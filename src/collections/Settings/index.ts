import type { GlobalConfig } from 'payload'
import { globalAccessOf, hiddenFromPanel } from '../../access/accessOf'
import { type MfaPolicy, mfaPolicies } from '../../domain/users/mfaPolicy'
import { mailTextFields } from '../../fields/mailTextFields'
import { ensureKnownVariables } from '../../hooks/ensureKnownVariables'
import { reportSchedule } from './reportSchedule'
import { retention } from './retention'

const policyLabels: Record<MfaPolicy, { de: string; en: string }> = {
  optional: { de: 'Freiwillig', en: 'Optional' },
  admins: { de: 'Pflicht für Admins', en: 'Required of admins' },
  all: { de: 'Pflicht für alle', en: 'Required of everyone' },
}

/** What admins may set while the portal runs; what is set before it starts stands in `lib/settings.ts`. */
export const Settings: GlobalConfig = {
  slug: 'settings',
  label: { de: 'Einstellungen', en: 'Settings' },
  access: globalAccessOf('settings'),
  admin: { hidden: hiddenFromPanel('settings') },
  hooks: { beforeValidate: [ensureKnownVariables] },
  fields: [
    {
      name: 'mfaPolicy',
      type: 'select',
      // What the portal was started with (`MFA_POLICY`), until it is saved here.
      defaultValue: ({ req }) => req.payload.config.custom?.mfaPolicy,
      options: mfaPolicies.map((value) => ({ value, label: policyLabels[value] })),
      label: { de: 'Zweiter Faktor', en: 'Second factor' },
    },
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
    reportSchedule,
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
    {
      name: 'notifications',
      type: 'group',
      label: { de: 'Benachrichtigungen', en: 'Notifications' },
      fields: [
        {
          name: 'keepDays',
          type: 'number',
          required: true,
          defaultValue: 90,
          min: 1,
          max: 3650,
          label: { de: 'Werden nach so vielen Tagen gelöscht', en: 'Are removed after so many days' },
        },
        {
          name: 'gatherMinutes',
          type: 'number',
          required: true,
          defaultValue: 30,
          min: 0,
          max: 1440,
          label: {
            de: 'Eingegebene ICD werden so viele Minuten lang gesammelt und zusammen gemeldet',
            en: 'Entered ICD codes are gathered for so many minutes and reported together',
          },
        },
      ],
    },
    retention,
    {
      name: 'mailTexts',
      type: 'group',
      label: { de: 'E-Mail-Texte', en: 'Mail texts' },
      admin: {
        description: {
          de: 'Ein leerer Text ist wieder der ursprüngliche. Die Vorschau steht unter „E-Mails“.',
          en: 'An empty text is the original one again. The preview is on the page “Mails”.',
        },
      },
      fields: mailTextFields(),
    },
  ],
}
