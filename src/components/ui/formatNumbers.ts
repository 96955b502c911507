import { formatGermanMoment } from '../../domain/calendar/germanMoment'
import type { Language } from '../../domain/language'

/** A count: `12.345` in German, `12,345` in English. */
export function formatCount(count: number, language: Language): string {
  return numberFormat(language, {}).format(count)
}

/** A number of days, to one decimal: `9,5`. */
export function formatDays(days: number, language: Language): string {
  return numberFormat(language, { maximumFractionDigits: 1 }).format(days)
}

/** A share (1 = 100 %): `12,3 %`. */
export function formatShare(share: number, language: Language): string {
  return numberFormat(language, percent).format(share)
}

/** A relative change with its sign, `+12,3 %`; `–` where there is nothing to compare with. */
export function formatChange(change: number | null, language: Language): string {
  return change === null
    ? '–'
    : numberFormat(language, { ...percent, signDisplay: 'exceptZero' }).format(change)
}

/** An instant as it shows in Germany: `03.02.2026 08:50`. */
export const formatMoment = formatGermanMoment

const percent = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'de-DE', options)
}
