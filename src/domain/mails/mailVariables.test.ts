import { expect, test } from 'vitest'
import { fillRichText, fillText, wrongVariables } from './mailVariables'
import { hasWords, type RichText, richTextOf, textNode, textsOf } from './richText'

const known = ['anzahl', 'link']

test('variables are filled in, blanks inside the braces or not', () => {
  expect(fillText('{{anzahl}} Fälle, {{ anzahl }}', { anzahl: '3' })).toBe('3 Fälle, 3')
  expect(fillText('{{constructor}}', { anzahl: '3' })).toBe('{{constructor}}')
})

test('a link becomes a link that shows its address, and what stands around it stays', () => {
  const filled = fillRichText(richTextOf(['Öffnen: {{link}} bitte', '{{anzahl}}']), {
    anzahl: '3',
    link: 'https://portal.example.org/admin',
  })
  expect(textsOf(filled.root)).toEqual(['Öffnen: ', 'https://portal.example.org/admin', ' bitte', '3'])
  expect(filled.root.children[0]?.children?.[1]).toMatchObject({
    type: 'link',
    fields: { url: 'https://portal.example.org/admin' },
  })
})

test('formatting is kept', () => {
  const bold: RichText = richTextOf([''])
  bold.root.children[0] = {
    type: 'paragraph',
    version: 1,
    children: [{ ...textNode('{{anzahl}}'), format: 1 }],
  }
  expect(fillRichText(bold, { anzahl: '3' }).root.children[0]?.children).toMatchObject([
    { text: '3', format: 1 },
  ])
})

test('an unknown variable is named as it was typed', () => {
  expect(wrongVariables({ text: 'Es sind {{anzal}} und {{anzahl}}', known })).toEqual(['{{anzal}}'])
  expect(wrongVariables({ text: richTextOf(['{{link}}', 'Hallo {{name}}']), known })).toEqual(['{{name}}'])
})

test('a variable torn apart by formatting, or never closed, is named too', () => {
  const torn = richTextOf([''])
  torn.root.children[0] = {
    type: 'paragraph',
    version: 1,
    children: [textNode('{{an'), { ...textNode('zahl}}'), format: 1 }],
  }
  expect(wrongVariables({ text: torn, known })).toEqual(['{{an', 'zahl}}'])
  expect(wrongVariables({ text: '{{anzahl und mehr', known })).toEqual(['{{anzahl und mehr'])
})

test('a text without variables is all right, and an empty one has no words', () => {
  expect(wrongVariables({ text: 'Nur {eine} Klammer', known })).toEqual([])
  expect(hasWords(richTextOf(['  ', '']))).toBe(false)
  expect(hasWords(richTextOf(['', 'x']))).toBe(true)
})
