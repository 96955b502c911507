import { defineEndpoint } from '../../lib/defineEndpoint'
import { requestPasswordReset } from '../../services/users/requestPasswordReset'
import { forgotPasswordIn, forgotPasswordOut } from './contract'

/**
 * `POST /api/users/forgot-password`, in the place of Payload's, which writes and mails while whoever asks is waiting, and
 * does neither for an unknown address.
 */
export const forgotPasswordEndpoint = defineEndpoint({
  door: 'POST /api/users/forgot-password',
  title: { de: 'Link zum Zurücksetzen des Passworts anfordern', en: 'Ask for a link to reset the password' },
  limit: { door: 'forgotPassword', account: ({ email }) => email },
  body: forgotPasswordIn,
  output: forgotPasswordOut,
  handle: async ({ req, body }) => {
    await requestPasswordReset({ req, email: body.email })
    return { message: req.t('general:success') }
  },
})
