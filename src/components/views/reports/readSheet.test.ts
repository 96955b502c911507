import { expect, test } from 'vitest'
import { readSheet } from './readSheet'

test('shares stand under % and Veränderung and in the row „in %“, until the next header', () => {
  const lines = readSheet([
    ['Gesamtübersicht'],
    [null, 2026, '%', 2025, '%', 'Veränderung'],
    ['Gutachten', 12, 0.5, 0, 0.25, '–'],
    [],
    ['KW', 'Erstberatungen', 'Gutachten'],
    [1, 24, 12],
    ['Gesamt', 24, 12],
    ['in %', 1, 0.5],
  ])
  expect(lines.map(({ kind }) => kind)).toEqual([
    'title',
    'head',
    'body',
    'gap',
    'head',
    'body',
    'total',
    'total',
  ])
  expect(lines[1]?.cells[1]).toEqual({ value: 2026, format: 'text', span: 1 })
  expect(lines[2]?.cells.map(({ format }) => format)).toEqual([
    'text',
    'count',
    'share',
    'count',
    'share',
    'text',
  ])
  expect(lines[5]?.cells.slice(0, 3).map(({ format }) => format)).toEqual(['text', 'count', 'count'])
  expect(lines[7]?.cells.slice(1, 3).map(({ format }) => format)).toEqual(['share', 'share'])
})

test('the name of a group spans its columns', () => {
  const [groups] = readSheet([
    [null, 'Onkologie', null, null, 'Kardiologie'],
    ['KW', 'Anzahl', 'Gutachten', 'Keine RM/Ablehnung', 'Anzahl', 'Gutachten', 'Keine RM/Ablehnung'],
  ])
  expect(groups?.kind).toBe('groups')
  expect(groups?.cells.map(({ value, span }) => [value, span])).toEqual([
    [null, 1],
    ['Onkologie', 3],
    ['Kardiologie', 3],
  ])
})

test('every line is as wide as the sheet', () => {
  const lines = readSheet([['ICD', 'Anzahl'], ['C50.1', 3], ['Gesamt', 3], []])
  for (const { cells } of lines) expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(2)
})
