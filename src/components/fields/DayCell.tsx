'use client'

import { DefaultCell } from '@payloadcms/ui'
import type { DefaultCellComponentProps, TextFieldClient } from 'payload'
import { showDay } from './readDay'

/** A calendar day in a list: `03.02.2026`; nothing where there is none, unless it is the link to the document. */
export function DayCell(props: DefaultCellComponentProps<TextFieldClient>) {
  const day = typeof props.cellData === 'string' ? showDay(props.cellData) : ''
  if (day === '' && !props.link) return null
  return <DefaultCell {...props} cellData={day} />
}
