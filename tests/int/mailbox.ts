import type { MailServer } from './mailServer'

/** The link of the last mail to an address. */
export function lastLink(server: MailServer, person: string): URL {
  const link = /https?:\/\/[^\s"<]+/.exec(mailsTo(server, person).at(-1)?.text ?? '')?.[0]
  if (!link) throw new Error(`No mail to ${person} holds a link.`)
  return new URL(link)
}

/** The mails to an address, in order. */
export function mailsTo(server: MailServer, person: string) {
  return server.received.filter(({ to }) => to.includes(person))
}
