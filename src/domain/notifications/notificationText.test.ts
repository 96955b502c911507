import { expect, test } from 'vitest'
import { notificationText } from './notificationText'

test('figures stand in the text as the language writes them', () => {
  const event = { type: 'new_cases_uploaded', figures: { anzahl: 1234 } } as const
  expect(notificationText({ ...event, language: 'de' }).title).toBe('1.234 neue Fälle')
  expect(notificationText({ ...event, language: 'en' }).title).toBe('1,234 new cases')
})

test('one is one', () => {
  const event = { type: 'icd_entered', figures: { anzahl: 1 }, language: 'de' } as const
  expect(notificationText(event).title).toBe('ICD für einen Fall eingegeben')
})

test('a year has no thousands', () => {
  const event = { type: 'report_ready', figures: { jahr: 2026, kw: 5 }, language: 'de' } as const
  expect(notificationText(event).title).toBe('Bericht KW 05/2026')
})

test('coding is complete only when nothing is open', () => {
  const event = { type: 'coding_completed', language: 'de' } as const
  expect(notificationText({ ...event, figures: { anzahl: 40, offen: 0 } }).title).toBe(
    'Alle Gutachten sind codiert',
  )
  expect(notificationText({ ...event, figures: { anzahl: 40, offen: 1200 } })).toEqual({
    title: '40 Gutachten codiert',
    message: 'Codiert: 40, noch offen: 1.200.',
  })
})
