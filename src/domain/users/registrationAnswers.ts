/** What a registration answers, word for word the same whether the address has an account or not. */
export const registrationAnswers = {
  confirmAddress: {
    de: 'Wir haben Ihnen eine E-Mail geschickt. Bitte bestätigen Sie damit Ihre Adresse; danach können Sie sich anmelden.',
    en: 'We have sent you an e-mail. Please confirm your address with it; then you can log in.',
  },
  signIn: {
    de: 'Ihre Registrierung ist angekommen. Sie können sich jetzt anmelden; wir haben Ihnen eine E-Mail dazu geschickt.',
    en: 'Your registration has arrived. You can log in now; we have sent you an e-mail about it.',
  },
} as const
