'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { views } from '../../access/rolesTable'
import { isAllowed } from '../../access/rule'
import { usePortalText } from '../ui/usePortalText'
import styles from './PortalNavLinks.module.css'

const portalLinks: { text: string; path: '' | `/${string}`; view: keyof typeof views }[] = [
  { text: 'nav:overview', path: '', view: 'dashboard' },
  { text: 'nav:import', path: '/import', view: 'importFile' },
  { text: 'nav:icd', path: '/icd', view: 'icdQueue' },
  { text: 'nav:coding', path: '/codierung', view: 'codingQueue' },
  { text: 'nav:reports', path: '/berichtswesen', view: 'reports' },
  { text: 'invitations:nav', path: '/einladungen', view: 'invitations' },
  { text: 'mails:title', path: '/mails', view: 'mails' },
  { text: 'audit:title', path: '/protokoll', view: 'auditLog' },
  { text: 'erasure:title', path: '/loeschung', view: 'erasure' },
  { text: 'api:title', path: '/schnittstelle', view: 'api' },
  { text: 'security:nav', path: '/konto', view: 'security' },
]

/** The portal's own views above Payload's navigation, as far as the role goes; the open one is marked. */
export function PortalNavLinks() {
  const { t } = usePortalText()
  const { user } = useAuth<{ id: string; role?: string; isActive?: boolean }>()
  const { config } = useConfig()
  const pathname = usePathname()
  return (
    <div className={styles.links}>
      {portalLinks
        .filter(({ view }) => isAllowed({ rule: views[view], user }))
        .map(({ text, path }) => {
          const href = formatAdminURL({ adminRoute: config.routes.admin, path: path || null })
          return (
            <NavLink href={href} isActive={isOpen({ pathname, href, path })} key={href} label={t(text)} />
          )
        })}
    </div>
  )
}

function NavLink({ href, label, isActive }: { href: string; label: string; isActive: boolean }) {
  return (
    <Link aria-current={isActive ? 'page' : undefined} className="nav__link" href={href} prefetch={false}>
      {isActive && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}

function isOpen({ pathname, href, path }: { pathname: string; href: string; path: string }): boolean {
  return pathname === href || (path !== '' && pathname.startsWith(`${href}/`))
}
