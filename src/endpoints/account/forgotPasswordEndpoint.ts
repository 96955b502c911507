import { z } from 'zod'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { requestPasswordReset } from '../../services/users/requestPasswordReset'

/** `POST /api/users/forgot-password`, in the place of Payload's, whose time to answer tells who has an account. */
export const forgotPasswordEndpoint = defineEndpoint({
  door: 'POST /api/users/forgot-password',
  limit: { door: 'forgotPassword', account: (body) => body.email },
  body: z.object({ email: z.string().trim().min(1).max(320) }),
  output: z.object({ message: z.string() }),
  handle: async ({ req, body }) => {
    requestPasswordReset({ req, email: body.email })
    return { message: req.t('general:success') }
  },
})
