import { DefaultTemplate, MinimalTemplate } from '@payloadcms/next/templates'
import { Gutter, HydrateAuthProvider, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'
import { views } from '../../access/rolesTable'
import { denialOf } from '../../access/rule'
import { NoAccess } from './NoAccess'
import styles from './PortalPage.module.css'

export type PortalPageProps = AdminViewServerProps & {
  /** The table of roles says who may see it; everybody else reads why not. */
  view: keyof typeof views
  title: string
  children: ReactNode
}

/**
 * The frame of every custom view: Payload's own page, for whom it is only. Payload shows custom views to
 * anybody, so nothing of `children` is rendered before login and role are checked.
 */
export function PortalPage(props: PortalPageProps) {
  const { user } = props.initPageResult.req
  const denial = denialOf({ rule: views[props.view], user })
  if (denial === 'unauthenticated') redirect(loginUrl(props))
  if (denial === 'passwordChangeRequired' || denial === 'mfaEnrolmentRequired') redirect(securityUrl(props))
  if (!props.initPageResult.permissions.canAccessAdmin) {
    return (
      <MinimalTemplate>
        <NoAccess language={props.i18n.language} />
      </MinimalTemplate>
    )
  }
  return (
    <PanelFrame {...props}>
      {denial ? <NoAccess language={props.i18n.language} /> : props.children}
    </PanelFrame>
  )
}

function PanelFrame({ title, children, ...props }: PortalPageProps) {
  const { permissions, req, visibleEntities, locale } = props.initPageResult
  return (
    <DefaultTemplate
      i18n={props.i18n}
      locale={locale}
      params={props.params}
      payload={props.payload}
      permissions={permissions}
      req={req}
      searchParams={props.searchParams}
      user={props.user}
      viewActions={props.viewActions}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <HydrateAuthProvider permissions={permissions} />
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className={styles.page}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}

/** Where what has to be done first is done. */
function securityUrl({ payload }: AdminViewServerProps): string {
  return formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/konto' })
}

/** The login page, which leads back to the view that was asked for. */
function loginUrl({ payload, params, searchParams }: AdminViewServerProps): string {
  const { admin, routes } = payload.config
  const segments = Array.isArray(params?.segments) ? params.segments : []
  const here = formatAdminURL({
    adminRoute: routes.admin,
    path: `/${segments.map(encodeURIComponent).join('/')}`,
  })
  const login = formatAdminURL({ adminRoute: routes.admin, path: admin.routes.login })
  return `${login}?${new URLSearchParams({ redirect: `${here}${queryOf(searchParams)}` })}`
}

function queryOf(searchParams: AdminViewServerProps['searchParams']): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(searchParams ?? {})) {
    for (const one of [value ?? []].flat()) query.append(name, one)
  }
  return query.size === 0 ? '' : `?${query}`
}
