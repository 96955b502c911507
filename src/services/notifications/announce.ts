import type { Payload } from 'payload'
import type { Language } from '../../domain/language'
import type { Announcement } from '../../domain/notifications/gatherEvents'
import { notificationPath } from '../../domain/notifications/notificationPath'
import { figureText } from '../../domain/notifications/notificationText'
import { isOfAudience, notificationTypes } from '../../domain/notifications/notificationTypes'
import type { Notification, User } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { loadMailTexts, type MailTexts } from '../mails/loadMailTexts'
import { mailWrites } from '../mails/queueEmail'
import { renderMail } from '../mails/renderMail'

type Telling = { payload: Payload; announcement: Announcement; texts: MailTexts }

/** Tells everyone whom it concerns: in the portal, and by mail who wants it. Whoever was told already is left out. */
export async function announce({
  payload,
  announcement,
}: {
  payload: Payload
  announcement: Announcement
}): Promise<void> {
  const texts = await loadMailTexts({ payload })
  for (const user of await recipientsOf({ payload, announcement })) {
    const key = `${announcement.key}/${user.id}`
    if (!(await isTold({ payload, key }))) await tell({ payload, announcement, texts, user, key })
  }
}

/** Notification and mail are stored together; whom another process has told meanwhile gets neither. */
async function tell({ payload, announcement, texts, user, key }: Telling & { user: User; key: string }) {
  const { type, figures, related } = announcement
  const text = mailOf({ payload, announcement, texts, language: user.language ?? 'de' })
  const isMailed = user.mailOf?.[type] !== false
  const values = {
    recipient: user.id,
    type,
    figures: { ...figures },
    relatedCollection: related?.collection ?? null,
    relatedId: related?.id ?? null,
    key,
  } satisfies Partial<Notification>
  await storeOf(payload).storeTogether([
    { create: 'notifications', values },
    ...(isMailed ? mailWrites({ req: { payload }, to: user.email, ...text, notification: key }) : []),
  ])
}

async function recipientsOf({
  payload,
  announcement: { type },
}: {
  payload: Payload
  announcement: Announcement
}): Promise<User[]> {
  const { docs } = await payload.db.find<User>({
    collection: 'users',
    where: { isActive: { equals: true } },
    sort: 'id',
    pagination: false,
  })
  const { audience } = notificationTypes[type]
  return docs.filter(({ role }) => isOfAudience({ role, audience }))
}

async function isTold({ payload, key }: { payload: Payload; key: string }): Promise<boolean> {
  const told = await payload.db.findOne({ collection: 'notifications', where: { key: { equals: key } } })
  return told !== null
}

/** What the mail says; years and weeks are no amounts. */
function mailOf({
  payload: {
    config: { serverURL, routes },
  },
  announcement: { type, figures, related },
  texts,
  language,
}: Telling & { language: Language }) {
  const isAmount = (name: string) => name !== 'jahr' && name !== 'kw'
  const values = Object.entries(figures).map(([name, value]) => [
    name,
    isAmount(name) ? figureText({ value, language }) : String(value).padStart(2, '0'),
  ])
  const link = `${serverURL}${routes.admin}${notificationPath({ type, figures, related })}`
  return renderMail({ text: texts[type][language], values: { ...Object.fromEntries(values), link } })
}
