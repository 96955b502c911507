import { type IsoWeek, isRealWeek } from '../../../domain/calendar/isoWeek'

/** The week an address asks for: none, one that its year does not have, or one to show. */
export type AskedWeek = { kind: 'none' } | { kind: 'missing' | 'week'; week: IsoWeek }

/** Reads `?jahr=2026&kw=5`; anything but two numbers of that many digits asks for no week. */
export function weekOfAddress(address: { get(name: string): string | null }): AskedWeek {
  const [jahr, kw] = [address.get('jahr') ?? '', address.get('kw') ?? '']
  if (!/^(19|20|21)\d\d$/.test(jahr) || !/^\d{1,2}$/.test(kw)) return { kind: 'none' }
  const week = { jahr: Number(jahr), kw: Number(kw) }
  return { kind: isRealWeek(week) ? 'week' : 'missing', week }
}
