'use client'

import { useCallback, useEffect, useState } from 'react'
import type { NotificationsOut } from '../../../endpoints/notifications/contract'
import { ApiError, fetchJson } from '../../ui/fetchJson'

const everyMs = 30_000
const perStep = 10
const maxShown = 100

export type Notifications = {
  data: NotificationsOut | null
  /** Why the last look failed; `null` while all is well. */
  failure: string | null
  reload: () => void
  /** Shows older ones as well; `null` when there are none. */
  showOlder: (() => void) | null
  markRead: (id: string) => void
  markAllRead: () => void
}

/** One's own notifications, looked for every half minute while the page is to be seen. */
export function useNotifications(): Notifications {
  const [limit, setLimit] = useState(perStep)
  const [data, setData] = useState<NotificationsOut | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const ask = useCallback(
    async (change?: { url: string }) => {
      try {
        if (change) await fetchJson({ url: change.url, method: 'PUT' })
        setData(await fetchJson<NotificationsOut>({ url: `/api/notifications?limit=${limit}` }))
        setFailure(null)
      } catch (error) {
        setFailure(error instanceof ApiError ? error.message : String(error))
      }
    },
    [limit],
  )

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    const follow = () => {
      clearInterval(timer)
      if (document.visibilityState === 'hidden') return
      void ask()
      timer = setInterval(() => void ask(), everyMs)
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [ask])

  const hasOlder = data !== null && data.totalDocs > data.docs.length && limit < maxShown
  return {
    data,
    failure,
    reload: () => void ask(),
    showOlder: hasOlder ? () => setLimit((shown) => Math.min(maxShown, shown + perStep)) : null,
    markRead: (id) => void ask({ url: `/api/notifications/${id}/read` }),
    markAllRead: () => void ask({ url: '/api/notifications/read-all' }),
  }
}
