import type { ReactNode } from 'react'

/** Rendered for each request: what is built beforehand carries no nonce, and the policy lets no script of it run. */
export const dynamic = 'force-dynamic'

/** Pages that need no login. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="de">
      <body>{children}</body>
    </html>
  )
}
