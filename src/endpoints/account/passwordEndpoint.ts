import { defineEndpoint } from '../../lib/defineEndpoint'
import { changePassword } from '../../services/users/changePassword'
import { callerOf } from './callerOf'
import { changePasswordIn, changePasswordOut } from './contract'

/** `POST /api/users/change-password`: open at both gates, for it is the way through one of them. */
export const passwordEndpoint = defineEndpoint({
  door: 'POST /api/users/change-password',
  body: changePasswordIn,
  output: changePasswordOut,
  handle: async ({ req, body }) => {
    await changePassword({ req, userId: callerOf(req).user.id, ...body })
    return { changed: true as const }
  },
})
