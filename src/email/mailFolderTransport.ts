import { join } from 'node:path'
import { finishFile, writeUnfinished } from '../lib/wholeFile'

type Mail = {
  data: { date?: Date | string }
  message: { createReadStream(): AsyncIterable<Buffer>; messageId(): string }
}
type Done = (error: Error | null, info?: { messageId: string; path: string }) => void

/** A nodemailer transport that writes each mail as an `.eml` file into a folder: whole, and one sent again over itself. */
export function mailFolderTransport({ folder }: { folder: string }) {
  return {
    name: 'mail-folder',
    version: '1',
    send: (mail: Mail, done: Done) => {
      writeMail({ mail, folder }).then(
        (path) => done(null, { messageId: mail.message.messageId(), path }),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  }
}

async function writeMail({ mail, folder }: { mail: Mail; folder: string }): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of mail.message.createReadStream()) chunks.push(chunk)
  const path = join(folder, nameOf(mail))
  await writeUnfinished(path, Buffer.concat(chunks))
  await finishFile(path)
  return path
}

/** By its time, and the same however often it is sent. */
function nameOf({ data, message }: Mail): string {
  const at = new Date(data.date ?? Date.now()).toISOString().replace(/[:.]/g, '-')
  const id = message.messageId().replace(/^<|@.*$/g, '')
  return `${at}-${id.replace(/[^\w-]/g, '_')}.eml`
}
