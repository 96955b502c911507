const minute = 60
const day = 24 * 60 * minute

/** How long an access token lives, in seconds; the panel renews it while it is used (SPEC §8). */
export const accessTokenSeconds = 15 * minute

/** How long a refresh token of an API client lives, in seconds. */
export const refreshTokenSeconds = 7 * day

/** How long the mailed token for a new password is good, in seconds. */
export const resetTokenSeconds = 30 * minute

/** An account gets at most one mail for a new password in so many seconds. */
export const resetMailSeconds = minute

/** How long an invitation is good unless told, and at most, in seconds. */
export const invitationSeconds = { usual: 7 * day, longest: 90 * day }

/** How long the mailed token that confirms an address is good, in seconds. */
export const confirmationSeconds = day
