import { expect, test } from 'vitest'
import { notificationTypes } from '../notifications/notificationTypes'
import { mailTextNames, mailTextOf } from './mailTexts'
import { wrongVariables } from './mailVariables'

test('every text that is there from the start uses its own variables alone, and leads to the portal', () => {
  for (const name of mailTextNames) {
    const { variables, texts } = mailTextOf(name)
    const known = Object.keys(variables)
    for (const { subject, body } of [texts.de, texts.en]) {
      expect(wrongVariables({ text: subject, known }), name).toEqual([])
      expect(wrongVariables({ text: body, known }), name).toEqual([])
      expect(JSON.stringify(body), name).toContain('{{link}}')
    }
  }
})

test('the mail of a notification knows its figures', () => {
  for (const [type, { figures }] of Object.entries(notificationTypes)) {
    const name = mailTextNames.find((known) => known === type)
    expect(name && Object.keys(mailTextOf(name).variables)).toEqual([...figures, 'link'])
  }
})
