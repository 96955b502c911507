import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import './public.css'
import { publicLanguage } from './publicLanguage'

// The links of mails carry tokens: no page tells another site where somebody came from.
export const metadata: Metadata = {
  title: 'DAK Zweitmeinungs-Portal',
  icons: '/icon.svg',
  referrer: 'no-referrer',
  robots: 'noindex',
}

/** Rendered for each request: what is built beforehand carries no nonce, and the policy lets no script of it run. */
export const dynamic = 'force-dynamic'

/** Pages that need no login. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await publicLanguage()}>
      <body>{children}</body>
    </html>
  )
}
