'use client'

import { useState } from 'react'
import { DropZone } from './DropZone'
import { ImportLog } from './ImportLog'
import { ImportProgress } from './ImportProgress'

/** The page of the import: a drop zone and the log, or one import. The address names it, so a reload keeps it. */
export function ImportPage({ importId }: { importId: string | null }) {
  const [current, setCurrent] = useState(importId)
  const show = (id: string | null) => {
    setCurrent(id)
    window.history.pushState(null, '', id ? `/admin/import/${id}` : '/admin/import')
  }
  if (current) return <ImportProgress importId={current} key={current} onLeave={() => show(null)} />
  return (
    <>
      <DropZone onPreview={show} />
      <ImportLog onOpen={show} />
    </>
  )
}
