import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Mail = { message: { createReadStream(): AsyncIterable<Buffer>; messageId(): string } }
type Done = (error: Error | null, info?: { messageId: string; path: string }) => void

/** A nodemailer transport that writes each mail as an `.eml` file into a folder. */
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
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID()}.eml`)
  await writeFile(path, Buffer.concat(chunks), { flag: 'wx', mode: 0o600 })
  return path
}
