import { registrationAnswers } from '../../domain/users/registrationAnswers'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { languageOf } from '../../lib/language'
import { refusal } from '../../lib/refuse'
import { confirmAddress } from '../../services/registration/confirmAddress'
import { registerAccount } from '../../services/registration/registerAccount'
import { confirmAddressIn, confirmAddressOut, registerIn, registerOut } from './contract'

/** Under `/api/users`, without a login: registering, and confirming the address. */
export const registrationEndpoints = [
  defineEndpoint({
    door: 'POST /api/users/register',
    title: {
      de: 'Registrieren, mit Einladung oder zugelassener Domain',
      en: 'Register, by an invitation or an allowed domain',
    },
    refuses: {
      403: ['fieldForbidden'],
      422: [
        'domainNotAllowed',
        'invitationUnknown',
        'invitationUsed',
        'invitationExpired',
        'invitationRevoked',
        'invitationForOther',
        'problem',
      ],
    },
    limit: { door: 'register', account: ({ email }) => email },
    body: registerIn,
    output: registerOut,
    status: 201,
    handle: async ({ req, body }) => {
      const { username, email, password, invitation, ...others } = body
      const { flattenedFields } = req.payload.collections.users.config
      const names = ['id', ...flattenedFields.map(({ name }) => name)]
      const stranger = Object.keys(others).find((key) => names.includes(key))
      // What a registration may not set is refused as everywhere else, and never dropped silently.
      if (stranger)
        throw refusal(req, 403, 'fieldForbidden', {
          params: { field: stranger, label: stranger },
          extra: { field: stranger },
        })
      const applicant = { username, email, password }
      const next = await registerAccount({
        req,
        applicant,
        ...(invitation ? { invitation } : {}),
        now: new Date(),
      })
      return { next, message: registrationAnswers[next][languageOf(req)] }
    },
  }),
  defineEndpoint({
    door: 'POST /api/users/confirm-address',
    title: { de: 'Adresse nach der Registrierung bestätigen', en: 'Confirm the address after registering' },
    refuses: { 403: ['confirmationInvalid'], 422: ['passwordWrong'], 423: ['locked'] },
    limit: { door: 'confirmAddress' },
    body: confirmAddressIn,
    output: confirmAddressOut,
    handle: async ({ req, body }) => {
      await confirmAddress({ req, ...body, now: new Date() })
      return { confirmed: true as const }
    },
  }),
]
