import { join } from 'node:path'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { dataFolders } from '../lib/dataFolders'
import type { Settings } from '../lib/settings'
import { mailFolderTransport } from './mailFolderTransport'

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
      auth: smtp.user ? { user: smtp.user, pass: smtp.password } : undefined,
    },
  })
}
