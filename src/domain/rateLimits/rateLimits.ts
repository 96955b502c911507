/** At most so many tries in so many seconds: of an address, of an account named in the request, of whoever is signed in. */
export type RateLimit = { per: 'address' | 'account' | 'user'; max: number; seconds: number }

type DoorLimits = {
  /** Whether tries that succeed are taken back, so that work is never refused. */
  counts: 'all' | 'failures'
  limits: readonly RateLimit[]
}

const minute = 60
const hour = 60 * minute

/**
 * Every door that is limited, and how far. An address may be a whole office behind one router, and an import or a save
 * every second is work: the limits stop those who guess, flood or send mail to others.
 */
const rateLimits = {
  /** Logins over REST, GraphQL, the panel and `/api/auth/token`; an account is locked long before by five failures. */
  login: {
    counts: 'failures',
    limits: [
      { per: 'address', max: 300, seconds: 15 * minute },
      { per: 'account', max: 30, seconds: 15 * minute },
    ],
  },
  /** Each may send a mail to somebody who did not ask for it. */
  forgotPassword: {
    counts: 'all',
    limits: [
      { per: 'address', max: 100, seconds: hour },
      { per: 'account', max: 10, seconds: hour },
    ],
  },
  resetPassword: { counts: 'failures', limits: [{ per: 'address', max: 100, seconds: 15 * minute }] },
  register: {
    counts: 'all',
    limits: [
      { per: 'address', max: 200, seconds: hour },
      { per: 'account', max: 10, seconds: hour },
    ],
  },
  /** `POST /api/auth/refresh`. */
  refreshTokens: { counts: 'failures', limits: [{ per: 'address', max: 300, seconds: 15 * minute }] },
  /** Every file that comes in. */
  imports: { counts: 'all', limits: [{ per: 'user', max: 120, seconds: minute }] },
} as const satisfies Record<string, DoorLimits>

export type LimitedDoor = keyof typeof rateLimits

/** The limits of a door. */
export function limitsOf(door: LimitedDoor): DoorLimits {
  return rateLimits[door]
}

/** The operations of Payload's accounts that are doors; what `defineEndpoint` makes names its door itself. */
export const limitedOperations = {
  login: 'login',
  resetPassword: 'resetPassword',
} as const satisfies Record<string, LimitedDoor>
