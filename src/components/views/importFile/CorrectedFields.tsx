'use client'

import { fieldLabel } from '../../../domain/fieldLabel'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'

/** Which fields of a row somebody corrected. */
export function CorrectedFields({ item }: { item: PlanItemOut }) {
  const { t, language } = usePortalText()
  const fields = Object.keys(item.corrections ?? {}).map((field) => fieldLabel({ field, language }))
  if (fields.length === 0) return null
  return <Aside>✎ {t('preview:corrected', { fields: fields.join(', ') })}</Aside>
}
