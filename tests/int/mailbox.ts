import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as it came over the wire. */
export type Received = { to: string; subject: string; text: string; html: string }

/**
 * A real SMTP server of this test file, which the portal sends to. Import it before whatever loads
 * the portal, which reads its settings then.
 */
const received: Received[] = []
let isRefusing = false

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onMailFrom: (_address, _session, done) => done(isRefusing ? new Error('No mails today.') : null),
  onData: (stream, session, done) => {
    wholeOf(stream)
      .then((bytes) => PostalMime.parse(bytes))
      .then(({ subject = '', text = '', html = '' }) => {
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, subject, text, html })
        done()
      })
      .catch(done)
  },
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.server.address()
process.env.SMTP_HOST = '127.0.0.1'
process.env.SMTP_PORT = String(typeof address === 'object' ? address?.port : '')

async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The mails to an address, in order. */
export function mailsTo(person: string): Received[] {
  return received.filter(({ to }) => to === person)
}

/** The link of the last mail to an address. */
export function lastLink(person: string): URL {
  const link = /https?:\S+/.exec(mailsTo(person).at(-1)?.text ?? '')?.[0]
  if (!link) throw new Error(`No mail to ${person} holds a link.`)
  return new URL(link)
}

/** From now on the server refuses mails, or takes them again. */
export function refuseMails(shouldRefuse: boolean): void {
  isRefusing = shouldRefuse
}

export function closeMailbox(): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
