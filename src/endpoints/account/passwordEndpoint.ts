import { defineEndpoint } from '../../lib/defineEndpoint'
import { changePassword } from '../../services/users/changePassword'
import { callerOf } from './callerOf'
import { changePasswordIn, changePasswordOut } from './contract'

/** `POST /api/users/change-password`: open at both gates, for it is the way through one of them. */
export const passwordEndpoint = defineEndpoint({
  door: 'POST /api/users/change-password',
  title: {
    de: 'Eigenes Passwort ändern; andere Sitzungen enden',
    en: 'Change one’s own password; other sessions end',
  },
  refuses: { 404: ['notFound'], 422: ['passwordWrong', 'passwordUnchanged', 'problem'], 423: ['locked'] },
  body: changePasswordIn,
  output: changePasswordOut,
  handle: async ({ req, body }) => {
    await changePassword({ req, userId: callerOf(req).user.id, ...body })
    return { changed: true as const }
  },
})
