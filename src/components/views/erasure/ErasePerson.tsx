'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { SearchOut } from '../../../endpoints/erasures/contract'
import { usePortalText } from '../../ui/usePortalText'
import { ConfirmErasure } from './ConfirmErasure'
import styles from './Erasures.module.css'
import { PersonSearch, type SoughtPerson } from './PersonSearch'

type Found = SearchOut & { sought: SoughtPerson; round: number }

/** Finding a person, and erasing what was found after it was looked at. */
export function ErasePerson({ onAsked }: { onAsked: () => void }) {
  const { t } = usePortalText()
  const [found, setFound] = useState<Found | null>(null)
  const done = () => {
    toast.success(t('erasure:asked'))
    setFound(null)
    onAsked()
  }
  return (
    <section aria-labelledby="erase-person">
      <h2 id="erase-person">{t('erasure:person')}</h2>
      <p className={styles.intro}>{t('erasure:personIntro')}</p>
      <PersonSearch
        onFound={(answer) => setFound((before) => ({ ...answer, round: (before?.round ?? 0) + 1 }))}
      />
      {found && <ConfirmErasure found={found} key={found.round} onDone={done} sought={found.sought} />}
    </section>
  )
}
