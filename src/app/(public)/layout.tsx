import type { ReactNode } from 'react'

/** Pages that need no login. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="de">
      <body>{children}</body>
    </html>
  )
}
