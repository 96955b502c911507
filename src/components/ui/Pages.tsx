'use client'

import { Button } from '@payloadcms/ui'
import type { RefObject } from 'react'
import styles from './Pages.module.css'
import { usePortalText } from './usePortalText'

/** Turns the pages of a list; nothing for a single page. */
export function Pages({
  page,
  totalPages,
  onTurn,
  nextRef,
}: {
  page: number
  totalPages: number
  onTurn: (page: number) => void
  /** The button of the next page, for whoever leads the focus there. */
  nextRef?: RefObject<HTMLButtonElement | null>
}) {
  const { t } = usePortalText()
  if (totalPages <= 1) return null
  return (
    <nav aria-label={t('list:pages')} className={styles.pages}>
      <Button
        buttonStyle="secondary"
        disabled={page <= 1}
        margin={false}
        onClick={() => onTurn(page - 1)}
        size="small"
      >
        {t('list:previousPage')}
      </Button>
      <span>{t('list:pageOf', { page, pages: totalPages })}</span>
      <Button
        buttonStyle="secondary"
        disabled={page >= totalPages}
        margin={false}
        onClick={() => onTurn(page + 1)}
        ref={nextRef}
        size="small"
      >
        {t('list:nextPage')}
      </Button>
    </nav>
  )
}
