import { Logo } from '@payloadcms/next/rsc'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { LoginForm } from './signIn/LoginForm'

/** Payload's login page, with a step for the code of the second factor. */
export function LoginView(props: AdminViewServerProps) {
  const { initPageResult, searchParams, ...shared } = props
  const { locale, permissions, req } = initPageResult
  const { config, importMap } = req.payload
  const redirectTo = getSafeRedirect({
    fallbackTo: config.routes.admin,
    redirectTo: searchParams?.redirect ?? '',
  })
  if (req.user) redirect(redirectTo)
  const { beforeLogin, afterLogin } = config.admin.components ?? {}
  const serverProps = { ...shared, locale, permissions, searchParams }
  return (
    <>
      <div className="login__brand">
        <Logo {...serverProps} />
      </div>
      {RenderServerComponent({ Component: beforeLogin, importMap, serverProps })}
      <LoginForm redirectTo={redirectTo} />
      {RenderServerComponent({ Component: afterLogin, importMap, serverProps })}
    </>
  )
}
