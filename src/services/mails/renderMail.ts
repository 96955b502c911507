import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { MailText } from '../../domain/mails/mailTexts'
import { fillRichText, fillText, type MailValues } from '../../domain/mails/mailVariables'

/** A mail's subject and body, as HTML and as plain text, with its variables filled in. */
export function renderMail({ text, values }: { text: MailText; values: MailValues }): {
  subject: string
  html: string
  text: string
} {
  const data = fillRichText(text.body, values) as unknown as SerializedEditorState
  return {
    subject: fillText(text.subject, values),
    html: convertLexicalToHTML({ data, disableContainer: true }),
    text: convertLexicalToPlaintext({ data }),
  }
}
