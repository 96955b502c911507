import { formatGermanMoment } from '../calendar/germanMoment'
import { changesText, type DescribedEntry } from './describedEntry'

/** The columns of an exported audit log. */
export const auditColumns = {
  de: ['Zeitpunkt', 'Wer', 'Aktion', 'Was', 'Bezeichnung', 'Kennung', 'Änderungen', 'Adresse', 'Browser'],
  en: ['Time', 'Who', 'Action', 'What', 'Name', 'Id', 'Changes', 'Address', 'Browser'],
} as const

/** A spreadsheet's cell holds 32,767 characters; an escape may add one. */
const maxCharacters = 32_000

/** An entry as a row of these columns. */
export function auditRecord(entry: DescribedEntry): string[] {
  const { at, user, actionLabel, entityLabel, entityTitle, entityId, changes, ip, device } = entry
  const text = changesText(changes)
  return [
    formatGermanMoment(at),
    user ?? '',
    actionLabel,
    entityLabel,
    entityTitle,
    entityId,
    text.length > maxCharacters ? `${text.slice(0, maxCharacters)} …` : text,
    ip ?? '',
    device,
  ]
}
