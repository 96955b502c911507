import type { GlobalBeforeValidateHook } from 'payload'
import { languages } from '../domain/language'
import { mailTextNames, mailTextOf } from '../domain/mails/mailTexts'
import { wrongVariables } from '../domain/mails/mailVariables'
import type { RichText } from '../domain/mails/richText'
import type { Problem } from '../domain/problem'
import { problemRefusal } from '../lib/refuse'
import type { Setting } from '../payload-types'

/** A variable that a mail does not know would be sent as it stands: it is refused by name, and told which there are. */
export const ensureKnownVariables: GlobalBeforeValidateHook = ({ data, req }) => {
  const texts = (data as Partial<Setting> | undefined)?.mailTexts
  if (!texts) return data
  const problems = mailTextNames.flatMap((name) =>
    languages.flatMap((language) => {
      const { subject, body } = texts[name]?.[language] ?? {}
      const place = `mailTexts.${name}.${language}`
      return [
        ...problemsOf({ name, field: `${place}.subject`, text: subject }),
        ...problemsOf({ name, field: `${place}.body`, text: body as RichText | null | undefined }),
      ]
    }),
  )
  if (problems.length > 0) throw problemRefusal(req, problems)
  return data
}

function problemsOf({
  name,
  field,
  text,
}: {
  name: (typeof mailTextNames)[number]
  field: string
  text: string | RichText | null | undefined
}): Problem[] {
  if (!text) return []
  const known = Object.keys(mailTextOf(name).variables)
  const choices = known.map((variable) => `{{${variable}}}`).join(', ')
  return wrongVariables({ text, known }).map((value) => ({
    level: 'error',
    code: 'unknownVariable',
    field,
    value,
    params: { choices },
  }))
}
