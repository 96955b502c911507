'use client'

import { useAuth } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { MaybeUser } from '../../access/hasRole'
import { everyone, isAllowed } from '../../access/rule'
import { usePortalText } from '../ui/usePortalText'
import { BellIcon } from './bell/BellIcon'
import styles from './bell/NotificationBell.module.css'
import { NotificationList } from './bell/NotificationList'
import { useNotifications } from './bell/useNotifications'

/** How many unread notifications there are, and the list of all; the browser opens and closes it, by keyboard too. */
export function NotificationBell() {
  const { user } = useAuth()
  return isAllowed({ rule: everyone, user: user as MaybeUser }) ? <Bell /> : null
}

function Bell() {
  const { t } = usePortalText()
  const panelId = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const notifications = useNotifications()
  const unread = notifications.data?.unread ?? 0
  const name = unread > 0 ? t('notifications:bellUnread', { count: unread }) : t('notifications:bell')
  return (
    <>
      <button
        aria-expanded={isOpen}
        aria-label={name}
        className={styles.bell}
        popoverTarget={panelId}
        title={name}
        type="button"
      >
        <BellIcon />
        {unread > 0 && (
          <span aria-hidden="true" className={styles.unread} data-unread={unread}>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <section
        aria-label={t('notifications:bell')}
        className={styles.panel}
        id={panelId}
        onToggle={(event) => {
          const opens = event.newState === 'open'
          setIsOpen(opens)
          if (opens) notifications.reload()
        }}
        popover="auto"
        ref={panel}
      >
        <NotificationList notifications={notifications} onLeave={() => panel.current?.hidePopover()} />
      </section>
    </>
  )
}
