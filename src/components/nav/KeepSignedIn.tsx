'use client'

import { useAuth } from '@payloadcms/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { gateOf } from '../../access/hasRole'

/** A token lives fifteen minutes; whoever does something in its last ten gets a new one. */
const renewBeforeMs = 10 * 60_000

/**
 * Renews the session while someone types, clicks or scrolls, for Payload renews it on a change of page alone and would
 * end it under the hands of someone who writes. Other tabs are told, or theirs would end by their older clock.
 */
export function KeepSignedIn({ children }: { children: ReactNode }) {
  const { user, tokenExpirationMs, refreshCookieAsync, fetchFullUser } = useAuth<{ id: string }>()
  const isRenewing = useRef(false)

  useEffect(() => {
    if (!user || !tokenExpirationMs || gateOf(user) === 'passwordChangeRequired') return
    const tabs = new BroadcastChannel('portal-session')
    tabs.onmessage = () => void fetchFullUser()
    const renew = async () => {
      const leftMs = tokenExpirationMs - Date.now()
      if (isRenewing.current || leftMs > renewBeforeMs || leftMs <= 0) return
      isRenewing.current = true
      const renewed = await refreshCookieAsync()
      isRenewing.current = false
      if (renewed) tabs.postMessage('renewed')
    }
    const onActivity = () => void renew()
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, onActivity, { passive: true })
    return () => {
      for (const event of events) window.removeEventListener(event, onActivity)
      tabs.close()
    }
  }, [user, tokenExpirationMs, refreshCookieAsync, fetchFullUser])

  return children
}
