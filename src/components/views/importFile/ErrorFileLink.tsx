'use client'

import { usePortalText } from '../../ui/usePortalText'

/** Downloads the rows in error in the format they came in, to be corrected and imported again. */
export function ErrorFileLink({ importId }: { importId: string }) {
  const { t } = usePortalText()
  return (
    <a download href={`/api/import/${importId}/errors`}>
      {t('import:errorFile')}
    </a>
  )
}
