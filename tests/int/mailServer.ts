import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a server got it. */
export type ReceivedMail = { from: string; to: string[]; headers: string[]; source: string; text: string }

/** A real SMTP server that tests open and close, and what it got. */
export type MailServer = {
  received: ReceivedMail[]
  /** Recipients it refuses, each with the code of the refusal. */
  refuses: Map<string, number>
  /** Recipients whose mail it keeps waiting: before DATA, in the middle of it, or with its answer to all of it. */
  holds: Map<string, 'recipient' | 'data' | 'answer'>
  /** Is told of each mail that is kept waiting. */
  onHeld: (recipient: string) => void
  open(): Promise<void>
  close(): Promise<void>
}

/** A port that nobody listens on, set as `SMTP_PORT` before the portal reads its settings. */
export async function takeMailPort(): Promise<number> {
  const port = await new Promise<number>((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
  process.env.SMTP_HOST = '127.0.0.1'
  process.env.SMTP_PORT = String(port)
  process.env.SMTP_FROM = 'portal@example.org'
  return port
}

export function mailServer(port: number): MailServer {
  const received: ReceivedMail[] = []
  const refuses = new Map<string, number>()
  const holds: MailServer['holds'] = new Map()
  let server: SMTPServer | null = null
  const self: MailServer = {
    received,
    refuses,
    holds,
    onHeld: () => undefined,
    open: () =>
      new Promise((resolve, reject) => {
        server = new SMTPServer({
          disabledCommands: ['AUTH', 'STARTTLS'],
          disableReverseLookup: true,
          // What somebody left who was killed is not waited for.
          closeTimeout: 500,
          onRcptTo: ({ address }, _session, done) => {
            if (holds.get(address) === 'recipient') return self.onHeld(address)
            const responseCode = refuses.get(address)
            done(responseCode ? Object.assign(new Error('refused'), { responseCode }) : null)
          },
          onData: (stream, session, done) => {
            const [recipient = ''] = session.envelope.rcptTo.map(({ address }) => address)
            const hold = holds.get(recipient)
            // What is not read, the sender cannot finish to send.
            if (hold === 'data') return void stream.once('readable', () => self.onHeld(recipient))
            const chunks: Buffer[] = []
            stream.on('data', (chunk: Buffer) => chunks.push(chunk))
            stream.on('end', () => {
              const { mailFrom, rcptTo } = session.envelope
              received.push(readMail(Buffer.concat(chunks).toString('utf8'), mailFrom, rcptTo))
              if (hold === 'answer') self.onHeld(recipient)
              else done()
            })
          },
        })
        server.on('error', reject)
        server.listen(port, '127.0.0.1', () => resolve())
      }),
    close: () =>
      new Promise((resolve) => {
        if (!server) return resolve()
        server.close(() => resolve())
        server = null
      }),
  }
  return self
}

type Envelope = { address: string }

function readMail(source: string, mailFrom: Envelope | false, rcptTo: Envelope[]): ReceivedMail {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    headers: head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map(decodeWords),
    source,
    text: readable(rest.join('\r\n\r\n')),
  }
}

/** The body with the encodings of mails taken off, good enough to look for words in it. */
function readable(body: string): string {
  const isQuoted = /=[0-9A-F]{2}/.test(body)
  if (!isQuoted) return body
  const joined = body.replace(/=\r\n/g, '')
  return decodeURIComponent(
    joined.replace(/%/g, '%25').replace(/=([0-9A-F]{2})/g, (_match, hex: string) => `%${hex}`),
  )
}

/** Encoded words of a header (RFC 2047), as nodemailer writes them. */
function decodeWords(line: string): string {
  return line
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_match, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeURIComponent(
            word
              .replaceAll('_', ' ')
              .replace(/%/g, '%25')
              .replace(/=([0-9A-F]{2})/gi, '%$1'),
          ),
    )
}
