import config from '@payload-config'
import { getPayload } from 'payload'
import { RegisterForm } from '@/components/public/RegisterForm'
import type { InvitationState } from '@/domain/users/invitationState'
import { findInvitation } from '@/services/registration/findInvitation'
import { publicLanguage } from '../publicLanguage'

type Props = { searchParams: Promise<{ einladung?: string | string[] }> }

/** `/registrieren`, with `?einladung=…` by an invitation. */
export default async function RegisterPage({ searchParams }: Props) {
  const { einladung } = await searchParams
  const token = typeof einladung === 'string' && einladung !== '' ? einladung : null
  const payload = await getPayload({ config })
  const found = token && (await findInvitation({ payload, token, now: new Date() }))
  const state: InvitationState | 'unknown' = found ? found.state : 'unknown'
  const invitation = token ? { token, state, email: found ? (found.invitation.email ?? null) : null } : null
  const { admin, routes } = payload.config
  return (
    <RegisterForm
      invitation={invitation}
      language={await publicLanguage()}
      signInUrl={`${routes.admin}${admin.routes.login}`}
    />
  )
}
