'use client'

import { usePathname } from 'next/navigation'
import { DropZone } from './DropZone'
import { ImportLog } from './ImportLog'
import { ImportProgress } from './ImportProgress'

/** A drop zone and the log, or one import. The address says which, so reload, the way back and the menu all hold. */
export function ImportPage() {
  const importId = /\/import\/([^/]+)$/.exec(usePathname())?.[1]
  if (importId) return <ImportProgress importId={importId} key={importId} onLeave={() => show(null)} />
  return (
    <>
      <DropZone onPreview={show} />
      <ImportLog onOpen={show} />
    </>
  )
}

function show(importId: string | null): void {
  window.history.pushState(null, '', importId ? `/admin/import/${importId}` : '/admin/import')
}
