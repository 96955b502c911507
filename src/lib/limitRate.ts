import { createHash } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { Language } from '../domain/language'
import type { AttemptCounter } from '../domain/rateLimits/attemptCounter'
import { type LimitedDoor, limitsOf, type RateLimit } from '../domain/rateLimits/rateLimits'
import { clientAddressOf, limitedNetwork } from './clientAddress'
import { languageOf } from './language'
import { refusal } from './refuse'

type Attempt = {
  req: PayloadRequest
  door: LimitedDoor
  /** The account that the request names, whether there is one or not. */
  account?: string
}

/** The counter of a portal, as its config was given one at the start. */
export function attemptCounterOf(payload: Payload): AttemptCounter {
  return payload.config.custom?.attempts as AttemptCounter
}

/**
 * Counts one try at a door and refuses it (`429`) beyond the limits. Where only failures count, the answer takes the try
 * back: counting it first leaves nothing to gain from trying many times at once.
 */
export async function limitRate({ req, door, account }: Attempt): Promise<() => Promise<void>> {
  const counter = attemptCounterOf(req.payload)
  const now = Date.now()
  const counted: string[] = []
  for (const limit of limitsOf(door).limits) {
    const subject = subjectOf({ req, limit, account })
    if (subject === null) continue
    const key = attemptKey(door, limit.per, subject)
    const before = await counter.read({ key, now })
    if (before && before.count >= limit.max) throw tooManyRequests(req, secondsUntil(before.endsAt, now))
    const { count, endsAt } = await counter.add({ key, seconds: limit.seconds, now })
    if (count > limit.max) throw tooManyRequests(req, secondsUntil(endsAt, now))
    counted.push(key)
  }
  return async () => {
    if (limitsOf(door).counts === 'failures') for (const key of counted) await counter.takeBack(key)
  }
}

/** A key that tells nobody who reads it whose it is, and is short however long what it stands for. */
export function attemptKey(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url')
}

function subjectOf({ req, limit, account }: Omit<Attempt, 'door'> & { limit: RateLimit }): string | null {
  switch (limit.per) {
    case 'address': {
      const address = clientAddressOf(req)
      return address && limitedNetwork(address)
    }
    case 'account':
      return account?.toLowerCase().trim() || null
    case 'user':
      return req.user ? String(req.user.id) : null
  }
}

function secondsUntil(endsAt: number, now: number): number {
  return Math.max(1, Math.ceil((endsAt - now) / 1000))
}

function tooManyRequests(req: PayloadRequest, seconds: number): Error {
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(seconds))
  return refusal(req, 429, 'tooManyRequests', {
    params: { wait: waitOf(seconds, languageOf(req)) },
    extra: { retryAfter: seconds },
  })
}

function waitOf(seconds: number, language: Language): string {
  const [unit, count] = seconds < 60 ? ['second', seconds] : ['minute', Math.ceil(seconds / 60)]
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count))
}
