const minute = 60
const day = 24 * 60 * minute

/** How long an access token lives, in seconds; the panel renews it while it is used (SPEC §8). */
export const accessTokenSeconds = 15 * minute

/** How long a refresh token of an API client lives, in seconds. */
export const refreshTokenSeconds = 7 * day
