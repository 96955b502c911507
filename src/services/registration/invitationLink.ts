import type { Payload } from 'payload'

/** The address of the page where the holder of an invitation registers. */
export function invitationLink({ payload, token }: { payload: Payload; token: string }): string {
  return `${payload.config.serverURL}/registrieren?einladung=${token}`
}
