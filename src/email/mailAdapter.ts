import { join } from 'node:path'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { dataFolders } from '../lib/dataFolders'
import type { Settings } from '../lib/settings'
import { mailFolderTransport } from './mailFolderTransport'

/** How long a server may be silent; together less than a mail belongs to whoever sends it (`services/mails/sendMail.ts`). */
const timeouts = {
  dnsTimeout: 15_000,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
}

/** Mails by SMTP, or without it as `.eml` files into `DATA_DIR/mail` (SPEC §9). */
export function mailAdapter({ smtp, mailFrom, dataDir }: Settings) {
  const sender = {
    defaultFromAddress: mailFrom,
    defaultFromName: 'DAK Zweitmeinungs-Portal',
    skipVerify: true,
  }
  if (!smtp)
    return nodemailerAdapter({
      ...sender,
      transportOptions: mailFolderTransport({ folder: join(dataDir, dataFolders.mail) }),
    })
  return nodemailerAdapter({
    ...sender,
    transportOptions: {
      host: smtp.host,
      port: smtp.port,
      secure: smtp.port === 465,
      requireTLS: smtp.port === 587,
      ...timeouts,
      auth: smtp.user ? { user: smtp.user, pass: smtp.password } : undefined,
    },
  })
}
