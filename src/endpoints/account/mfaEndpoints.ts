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

/** Where the password and a code are asked for. */
const withPasswordAndCode = {
  404: ['notFound'],
  409: ['mfaNotSetUp'],
  422: ['passwordWrong', 'totpWrong'],
  423: ['locked'],
} as const

/** Under `/api/users`: one's own second factor, and an admin taking away another's. */
export const mfaEndpoints = [
  defineEndpoint({
    door: 'POST /api/users/mfa/setup',
    title: {
      de: 'Zweiten Faktor einrichten: Schlüssel und QR-Code',
      en: 'Set up a second factor: secret and QR code',
    },
    refuses: { 409: ['mfaAlreadyEnabled'] },
    output: mfaSetupOut,
    handle: ({ req }) => setUpSecondFactor({ req, user: callerOf(req).user }),
  }),
  defineEndpoint({
    door: 'POST /api/users/mfa/verify',
    title: {
      de: 'Zweiten Faktor mit dem ersten Code einschalten',
      en: 'Turn the second factor on with its first code',
    },
    refuses: { 409: ['mfaNotSetUp', 'mfaAlreadyEnabled'], 422: ['totpWrong'] },
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
    title: { de: 'Eigenen zweiten Faktor ausschalten', en: 'Disable one’s own second factor' },
    refuses: withPasswordAndCode,
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
    title: {
      de: 'Neue Wiederherstellungscodes, die alten gelten nicht mehr',
      en: 'New recovery codes; the old ones are void',
    },
    refuses: withPasswordAndCode,
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
    title: {
      de: 'Zweiten Faktor eines anderen Kontos entfernen',
      en: 'Take away another account’s second factor',
    },
    refuses: { 403: ['mfaOwnReset'], 404: ['notFound'], 409: ['mfaNotSetUp'] },
    params: z.object({ id: z.string() }),
    output: mfaDisabledOut,
    handle: async ({ req, params }) => {
      await resetSecondFactorOf({ req, userId: params.id })
      return { mfaEnabled: false as const }
    },
  }),
]
