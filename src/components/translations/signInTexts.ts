/** What the login page and the page of a forgotten password say beyond Payload's own words. */
export const signInTexts = {
  de: {
    code: 'Code der Authenticator-App oder Wiederherstellungscode',
    codeIntro: 'Das Konto ist mit einem zweiten Faktor geschützt.',
    signIn: 'Anmelden',
    signingIn: 'Anmeldung läuft …',
    back: 'Zurück',
    wrong: 'E-Mail, Passwort oder Code stimmen nicht. Jeder Code gilt nur einmal.',
    resetTitle: 'Neues Passwort setzen',
    resetSubmit: 'Passwort setzen und anmelden',
    repeat: 'Neues Passwort wiederholen',
    differ: 'Die beiden neuen Passwörter sind verschieden.',
  },
  en: {
    code: 'Code of the authenticator app, or recovery code',
    codeIntro: 'The account is protected by a second factor.',
    signIn: 'Log in',
    signingIn: 'Logging in …',
    back: 'Back',
    wrong: 'E-mail, password or code are wrong. A code is good once.',
    resetTitle: 'Set a new password',
    resetSubmit: 'Set the password and log in',
    repeat: 'Repeat the new password',
    differ: 'The two new passwords differ.',
  },
}
