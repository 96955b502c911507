import { createHash } from 'node:crypto'
import type { PlanItem } from '../../domain/imports/planItem'

/** What tells one plan of some rows from another. */
export function digestOf(items: readonly PlanItem[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('base64')
}
