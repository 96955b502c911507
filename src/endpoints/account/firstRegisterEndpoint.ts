import { defineEndpoint } from '../../lib/defineEndpoint'
import { refusal } from '../../lib/refuse'

/**
 * `POST /api/users/first-register`, in the place of Payload's, with which whoever comes first to a portal without accounts
 * makes themselves its admin, from anywhere. The first admin is made on the server (`npm run create-admin`).
 */
export const firstRegisterEndpoint = defineEndpoint({
  path: '/first-register',
  method: 'post',
  roles: 'public',
  handle: ({ req }) => {
    throw refusal(req, 403, 'firstAdminElsewhere')
  },
})
