'use client'

import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { CorrectionForm } from './CorrectionForm'
import styles from './ImportTable.module.css'
import type { Replan } from './useReplanning'
import type { RowCorrection } from './useRowCorrection'

type Props = Pick<RowCorrection, 'correctable' | 'focused' | 'close'> & {
  item: PlanItemOut
  replan: Replan
  columns: number
}

/** The form below a row that is being corrected. */
export function CorrectionRow({ correctable, focused, close, item, replan, columns }: Props) {
  return (
    focused !== null && (
      <tr>
        <td className={styles.form} colSpan={columns}>
          <CorrectionForm
            correctable={correctable}
            focused={focused}
            item={item}
            onClose={close}
            replan={replan}
          />
        </td>
      </tr>
    )
  )
}
