import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../domain/calendar/calendarDate'
import { isAccountingSheet, parseAccounting } from '../../domain/imports/accounting/parseAccounting'
import { countItems } from '../../domain/imports/countItems'
import { draftRows } from '../../domain/imports/draftRows'
import { type Plan, planDrafts } from '../../domain/imports/planDrafts'
import { readWorkbook } from '../../lib/xlsx/read/readWorkbook'

const samples = new URL('../../../tests/fixtures/samples/', import.meta.url)
const { abrechnung } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const today = '2026-11-23' as CalendarDate
const context = { today, now: '2026-11-23T10:00:00.000Z', actor: 'me' }

/** The accounting workbook of the samples into an empty database. */
let plan: Plan

beforeAll(async () => {
  const bytes = readFileSync(new URL(abrechnung.file, samples))
  const read = await readWorkbook({ bytes, wanted: isAccountingSheet })
  if (!read.ok) throw new Error(read.failure.code)
  const parsed = parseAccounting({ workbook: read.workbook, today })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
  const drafts = draftRows({ rows: parsed.rows, corrections: new Map(), ...context })
  const limits = { kvnrDays: 90, minScore: 80 }
  plan = planDrafts({ drafts, existing: [], takenFallIds: [], decisions: new Map(), limits, ...context })
})

const itemAt = ({ sheet, row }: { sheet: string; row: number }) =>
  plan.items.find((item) => item.sheet === sheet && item.row === row)

test('every row of the five sheets goes the expected way', () => {
  expect(countItems(plan.items)).toEqual(abrechnung.counts)
  for (const [sheet, want] of Object.entries<any>(abrechnung.sheets)) {
    const counts = countItems(plan.items.filter((item) => item.sheet === sheet))
    expect({ sheet, ...counts }).toMatchObject({
      sheet,
      total: want.rows,
      create: want.create,
      skip: want.skip,
      error: want.error,
    })
  }
})

test('every row in error names the field and the value', () => {
  const errors = plan.items.flatMap(({ sheet, row, problems }) =>
    problems
      .filter(({ level }) => level === 'error')
      .map(({ field, value }) => ({ sheet, row, field, value })),
  )
  expect(errors).toHaveLength(abrechnung.errors.length)
  expect(errors).toEqual(expect.arrayContaining(abrechnung.errors))
})

test('every warning stands at its row, and nothing else is warned of', () => {
  const warnings = plan.items
    .filter(({ action }) => action === 'create')
    .flatMap(({ sheet, row, data, problems }) =>
      problems.map(({ field, value }) =>
        value?.startsWith('KW')
          ? { sheet, row, field, value, datum: data.datum }
          : { sheet, row, field, value },
      ),
    )
  expect(warnings).toHaveLength(abrechnung.warnings.length)
  expect(warnings).toEqual(expect.arrayContaining(abrechnung.warnings))
})

test('certain duplicates are skipped, and name the row they are the same as', () => {
  for (const { sheet, row, sameAs } of abrechnung.skippedRows) {
    expect(itemAt({ sheet, row })).toMatchObject({
      action: 'skip',
      duplicateOf: {
        certainty: 'certain',
        row: sameAs.row,
        ...(sameAs.sheet === sheet ? {} : { sheet: sameAs.sheet }),
      },
    })
  }
})

describe('row by row', () => {
  for (const { sheet, row, bemerkungContains, ...fields } of abrechnung.spotRows) {
    test(`${sheet}!${row} is read field by field`, () => {
      const item = itemAt({ sheet, row })
      const data = Object.fromEntries(
        Object.keys(fields).map((field) => [field, item?.data[field as keyof typeof item.data] ?? null]),
      )
      expect(data).toEqual(fields)
      for (const part of bemerkungContains ?? []) expect(item?.data.bemerkung).toContain(part)
    })
  }
})
