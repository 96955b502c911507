'use client'

import { Button } from '@payloadcms/ui'
import { usePortalText } from '../../ui/usePortalText'
import styles from './CodingQueue.module.css'
import type { CodingTrouble, CodingWork } from './useCodingWork'

/** Cases that could not be saved: what happened to each, and a way back to it that waits until one wants it. */
export function CodingTroubles({ work }: { work: CodingWork }) {
  const { t } = usePortalText()
  return (
    <div aria-live="assertive">
      {work.troubles.map((trouble) => (
        <div className={styles.trouble} key={trouble.found.id}>
          <span>
            ⚠ <TroubleText trouble={trouble} />
          </span>
          <Button buttonStyle="secondary" margin={false} onClick={() => work.resume(trouble)} size="small">
            {t(trouble.outcome.kind === 'conflict' ? 'coding:reloadCase' : 'coding:openCase')}
          </Button>
        </div>
      ))}
    </div>
  )
}

function TroubleText({ trouble: { found, outcome } }: { trouble: CodingTrouble }) {
  const { t } = usePortalText()
  const { fallId } = found
  if (outcome.kind === 'refused') return t('coding:refused', { fallId, reason: outcome.reason })
  const { gutachtenTyp } = outcome.current
  const type = gutachtenTyp ? t(`coding:${gutachtenTyp}`) : t('coding:notCoded')
  return t('coding:conflict', { fallId, who: outcome.who ?? t('coding:somebody'), type })
}
