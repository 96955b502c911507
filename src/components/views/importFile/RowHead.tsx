'use client'

import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportTable.module.css'
import type { RowCorrection } from './useRowCorrection'

type Props = Pick<RowCorrection, 'correctable' | 'focused' | 'open' | 'button'> & {
  item: PlanItemOut
  isPending: boolean
}

/** The first two cells of any row of a plan: where it stands, what happens to it, and the way to correct it. */
export function RowHead({ item, isPending, correctable, focused, open, button }: Props) {
  const { t } = usePortalText()
  return (
    <>
      <td data-label={t('import:row')}>
        {item.row}
        {item.sheet !== undefined && <Aside>{item.sheet}</Aside>}
      </td>
      <td data-label={t('import:action')}>
        <span className={styles.pill} data-action={item.action}>
          {t(`import:${item.action}`)}
        </span>
        {isPending && <Aside>{t('preview:planning')}</Aside>}
        {correctable.length > 0 && (
          <div>
            <button
              aria-expanded={focused !== null}
              aria-label={t('preview:correctRow', { row: item.row })}
              className={styles.link}
              onClick={() => open(focused === null ? firstField({ item, correctable }) : null)}
              ref={button}
              type="button"
            >
              {t('preview:correct')}
            </button>
          </div>
        )}
      </td>
    </>
  )
}

/** Where the form begins: at what is wrong. */
function firstField({ item, correctable }: Pick<Props, 'item' | 'correctable'>): string | null {
  const names = correctable.map(({ name }) => name)
  const wrong = item.problems.map(({ field }) => field).find((field) => names.includes(field))
  return wrong ?? names.find((name) => name === 'nachname') ?? names[0] ?? null
}
