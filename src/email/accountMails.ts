import type { Language } from '../domain/language'

/** The mails about an account. None carries more of a person than the address it goes to. */
export type AccountMailKind =
  | 'passwordReset'
  | 'confirmAddress'
  | 'alreadyRegistered'
  | 'accountReady'
  | 'invitation'

export type Mail = { subject: string; text: string; html: string }

type Text = { subject: string; before: string; button: string; after: string }

const portal = 'DAK Zweitmeinungs-Portal'

const texts: Record<AccountMailKind, Record<Language, Text>> = {
  passwordReset: {
    de: {
      subject: 'Passwort zurücksetzen',
      before: `Für Ihr Konto im ${portal} wurde ein neues Passwort angefordert. Der Link gilt 30 Minuten und nur einmal.`,
      button: 'Neues Passwort setzen',
      after: 'Haben Sie das nicht angefordert, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    },
    en: {
      subject: 'Reset your password',
      before: `A new password was asked for your account in the ${portal}. The link is good for 30 minutes and once.`,
      button: 'Set a new password',
      after: 'If you did not ask for it, there is nothing to do: your password stays as it is.',
    },
  },
  confirmAddress: {
    de: {
      subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
      before: `Mit dieser Adresse wurde ein Konto im ${portal} angelegt. Bestätigen Sie sie mit dem Passwort, das Sie dabei gewählt haben. Der Link gilt 24 Stunden.`,
      button: 'Adresse bestätigen',
      after:
        'Haben Sie sich nicht registriert, löschen Sie diese Mail bitte: Ohne Bestätigung bleibt das Konto geschlossen.',
    },
    en: {
      subject: 'Please confirm your e-mail address',
      before: `An account in the ${portal} was made with this address. Confirm it with the password that you chose. The link is good for 24 hours.`,
      button: 'Confirm the address',
      after:
        'If you did not register, please delete this mail: without a confirmation the account stays closed.',
    },
  },
  alreadyRegistered: {
    de: {
      subject: 'Registrierung mit Ihrer E-Mail-Adresse',
      before: `Jemand wollte sich im ${portal} mit dieser Adresse registrieren. Es gibt damit schon ein Konto; daran hat sich nichts geändert. Waren Sie es selbst, melden Sie sich einfach an oder setzen Sie ein neues Passwort.`,
      button: 'Zur Anmeldung',
      after: 'Waren Sie es nicht, brauchen Sie nichts zu tun.',
    },
    en: {
      subject: 'Registration with your e-mail address',
      before: `Someone tried to register in the ${portal} with this address. There is an account with it already, and nothing about it has changed. If it was you, just log in or set a new password.`,
      button: 'To the login',
      after: 'If it was not you, there is nothing to do.',
    },
  },
  accountReady: {
    de: {
      subject: 'Ihr Konto ist eingerichtet',
      before: `Mit dieser Adresse und Ihrer Einladung wurde ein Konto im ${portal} angelegt. Sie können sich jetzt anmelden.`,
      button: 'Zur Anmeldung',
      after: 'Haben Sie sich nicht registriert, wenden Sie sich bitte umgehend an die Administration.',
    },
    en: {
      subject: 'Your account is ready',
      before: `An account in the ${portal} was made with this address and your invitation. You can log in now.`,
      button: 'To the login',
      after: 'If you did not register, please tell the administrators at once.',
    },
  },
  invitation: {
    de: {
      subject: `Einladung in das ${portal}`,
      before: `Sie sind eingeladen, sich im ${portal} zu registrieren. Der Link gilt einmal und bis {validUntil}.`,
      button: 'Jetzt registrieren',
      after: 'Erwarten Sie keine Einladung, löschen Sie diese Mail bitte.',
    },
    en: {
      subject: `Invitation to the ${portal}`,
      before: `You are invited to register in the ${portal}. The link is good once and until {validUntil}.`,
      button: 'Register now',
      after: 'If you do not expect an invitation, please delete this mail.',
    },
  },
}

/** One mail, as text and as HTML. `link` is a whole address; `validUntil` stands in an invitation only. */
export function accountMail({
  kind,
  language,
  link,
  validUntil = '',
}: {
  kind: AccountMailKind
  language: Language
  link: string
  validUntil?: string
}): Mail {
  const { subject, button, after, ...text } = texts[kind][language]
  const before = text.before.replace('{validUntil}', validUntil)
  return {
    subject,
    text: `${before}\n\n${button}: ${link}\n\n${after}\n\n${portal}\n`,
    html: html({ language, subject, before, button, after, link }),
  }
}

function html({
  language,
  subject,
  before,
  button,
  after,
  link,
}: Text & { language: Language; link: string }) {
  const href = escapeHtml(link)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f6;color:#1d2329;font:16px/1.5 Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#fff;border-radius:8px">
<p style="margin:0 0 20px">${escapeHtml(before)}</p>
<p style="margin:0 0 20px"><a href="${href}" style="display:inline-block;padding:10px 18px;border-radius:4px;background:#00643c;color:#fff;text-decoration:none">${escapeHtml(button)}</a></p>
<p style="margin:0 0 20px;font-size:13px;word-break:break-all">${href}</p>
<p style="margin:0;color:#5a636b">${escapeHtml(after)}</p>
</div></body></html>
`
}

function escapeHtml(value: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return value.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
