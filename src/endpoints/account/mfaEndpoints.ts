import { z } from 'zod'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { enableSecondFactor, setUpSecondFactor } from '../../services/secondFactor/enrol'
import { ensurePasswordAndCode } from '../../services/secondFactor/ensurePasswordAndCode'
import { removeSecondFactor, resetSecondFactorOf } from '../../services/secondFactor/removeSecondFactor'
import { renewRecoveryCodes } from '../../services/secondFactor/renewRecoveryCodes'
import { callerOf } from './callerOf'
import {
  mfaDisabledOut,
  mfaSetupOut,
  mfaVerifyIn,
  mfaVerifyOut,
  passwordAndCodeIn,
  recoveryCodesOut,
} from './contract'

/** Under `/api/users`: one's own second factor, and an admin taking away another's. */
export const mfaEndpoints = [
  defineEndpoint({
    door: 'POST /api/users/mfa/setup',
    output: mfaSetupOut,
    handle: ({ req }) => setUpSecondFactor({ req, user: callerOf(req).user }),
  }),
  defineEndpoint({
    door: 'POST /api/users/mfa/verify',
    body: mfaVerifyIn,
    output: mfaVerifyOut,
    handle: async ({ req, body }) => {
      const codes = await enableSecondFactor({
        req,
        user: callerOf(req).user,
        code: body.code,
        now: new Date(),
      })
      return { mfaEnabled: true as const, recoveryCodes: codes }
    },
  }),
  defineEndpoint({
    door: 'POST /api/users/mfa/disable',
    body: passwordAndCodeIn,
    output: mfaDisabledOut,
    handle: async ({ req, body }) => {
      const userId = callerOf(req).user.id
      await ensurePasswordAndCode({ req, userId, ...body, now: new Date() })
      await removeSecondFactor({ req, userId, action: 'disableMfa' })
      return { mfaEnabled: false as const }
    },
  }),
  defineEndpoint({
    door: 'POST /api/users/mfa/recovery-codes',
    body: passwordAndCodeIn,
    output: recoveryCodesOut,
    handle: async ({ req, body }) => {
      const userId = callerOf(req).user.id
      await ensurePasswordAndCode({ req, userId, ...body, now: new Date() })
      return { recoveryCodes: await renewRecoveryCodes({ req, userId }) }
    },
  }),
  defineEndpoint({
    door: 'POST /api/users/:id/mfa/reset',
    params: z.object({ id: z.string() }),
    output: mfaDisabledOut,
    handle: async ({ req, params }) => {
      await resetSecondFactorOf({ req, userId: params.id })
      return { mfaEnabled: false as const }
    },
  }),
]
