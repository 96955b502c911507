import {
  BoldFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Field, GroupField } from 'payload'
import type { Language } from '../domain/language'
import { type MailTextName, mailTextNames, mailTextOf } from '../domain/mails/mailTexts'

const languages = { de: { de: 'Deutsch', en: 'German' }, en: { de: 'Englisch', en: 'English' } } as const

/** The texts of the mails, German and English, each with its subject; from `domain/mails/mailTexts.ts`. */
export function mailTextFields(): Field[] {
  return mailTextNames.map((name) => {
    const { de, en, variables } = mailTextOf(name)
    const known = Object.keys(variables)
      .map((variable) => `{{${variable}}}`)
      .join(', ')
    return {
      type: 'collapsible',
      label: { de, en },
      admin: {
        initCollapsed: true,
        description: { de: `Variablen: ${known}`, en: `Variables: ${known}` },
      },
      fields: [{ name, type: 'group', label: false, fields: [textIn(name, 'de'), textIn(name, 'en')] }],
    }
  })
}

function textIn(name: MailTextName, language: Language): GroupField {
  const { subject, body } = mailTextOf(name).texts[language]
  return {
    name: language,
    type: 'group',
    label: languages[language],
    fields: [
      {
        name: 'subject',
        type: 'text',
        // A function, so that the database does not keep the text of the day.
        defaultValue: () => subject,
        maxLength: 200,
        label: { de: 'Betreff', en: 'Subject' },
      },
      {
        name: 'body',
        type: 'richText',
        defaultValue: () => body,
        editor: mailEditor,
        label: { de: 'Text', en: 'Text' },
      },
    ],
  }
}

/** What mail programs show alike; links come from `{{link}}`. */
const mailEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    InlineToolbarFeature(),
  ],
})
