'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { NotificationOut } from '../../../endpoints/notifications/contract'
import { Failure } from '../../ui/Failure'
import { formatMoment } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import styles from './NotificationBell.module.css'
import type { Notifications } from './useNotifications'

/** One's notifications, the latest first; following one marks it read. */
export function NotificationList({
  notifications: { data, failure, markRead, markAllRead, showOlder },
  onLeave,
}: {
  notifications: Notifications
  onLeave: () => void
}) {
  const { t } = usePortalText()
  return (
    <>
      <header className={styles.head}>
        <strong>{t('notifications:bell')}</strong>
        {data !== null && data.unread > 0 && (
          <Button buttonStyle="secondary" margin={false} onClick={markAllRead} size="small">
            {t('notifications:readAll')}
          </Button>
        )}
      </header>
      <Failure message={failure} />
      {!data && !failure && <p className={styles.hint}>{t('notifications:loading')}</p>}
      {data?.docs.length === 0 && <p className={styles.hint}>{t('notifications:empty')}</p>}
      <ul className={styles.list}>
        {data?.docs.map((one) => (
          <Entry
            key={one.id}
            notification={one}
            onFollow={() => {
              if (!one.readAt) markRead(one.id)
              onLeave()
            }}
          />
        ))}
      </ul>
      {showOlder && (
        <Button buttonStyle="secondary" margin={false} onClick={showOlder} size="small">
          {t('notifications:older')}
        </Button>
      )}
    </>
  )
}

function Entry({ notification, onFollow }: { notification: NotificationOut; onFollow: () => void }) {
  const { t } = usePortalText()
  const { routes } = useConfig().config
  const { path, title, message, createdAt, readAt } = notification
  const href = formatAdminURL({
    adminRoute: routes.admin,
    path: path === '/' ? null : (path as `/${string}`),
  })
  return (
    <li>
      <Link
        className={styles.entry}
        data-read={readAt !== null}
        href={href}
        onClick={onFollow}
        prefetch={false}
      >
        <span className={styles.title}>
          {title}
          {!readAt && <span className={styles.hidden}> ({t('notifications:unread')})</span>}
        </span>
        <span>{message}</span>
        <time className={styles.time} dateTime={createdAt}>
          {formatMoment(createdAt)}
        </time>
      </Link>
    </li>
  )
}
