import { addDataAndFileToRequest } from 'payload'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { requestPasswordReset } from '../../services/users/requestPasswordReset'
import { forgotPasswordIn, forgotPasswordOut } from './contract'

/**
 * `POST /api/users/forgot-password`, in the place of Payload's, which writes and mails while whoever asks is waiting, and
 * does neither for an unknown address. Payload's page sends a form, others JSON.
 */
export const forgotPasswordEndpoint = defineEndpoint({
  door: 'POST /api/users/forgot-password',
  output: forgotPasswordOut,
  handle: async ({ req }) => {
    await addDataAndFileToRequest(req)
    const asked = forgotPasswordIn.safeParse(req.data)
    if (asked.success) await requestPasswordReset({ req, email: asked.data.email })
    return { message: req.t('general:success') }
  },
})
