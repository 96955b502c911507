'use client'

import type { WeeklyOut } from '../../../endpoints/reports/contract'
import { usePortalText } from '../../ui/usePortalText'
import styles from './SheetPreview.module.css'

/** Where the counts of the year before are from, and which week it does not have. */
export function Comparison({ report: { jahr, vorjahr } }: { report: WeeklyOut }) {
  const { t } = usePortalText()
  const { quelle, wocheOhnePartner } = vorjahr
  const source = t('reports:source', { vorjahr: vorjahr.jahr, quelle: t(`dashboard:source_${quelle}`) })
  const partner =
    wocheOhnePartner === null
      ? ''
      : t('dashboard:weekWithoutPartner', { kw: wocheOhnePartner, jahr, vorjahr: vorjahr.jahr })
  return <p className={styles.comparison}>{`${source} ${partner}`.trim()}</p>
}
