import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, fromDayNumber } from '../../domain/calendar/calendarDate'
import { isoWeekOf } from '../../domain/calendar/isoWeek'
import { type CaseFieldName, caseFieldNames, caseFields } from '../../domain/cases/caseFields'
import type { CaseValue, CaseValues } from '../../domain/cases/caseValues'
import { countItems } from '../../domain/imports/countItems'
import type { Plan } from '../../domain/imports/planDrafts'
import type { SourceRow, StoredCase } from '../../domain/imports/planItem'
import { parseSync } from '../../domain/imports/sync/parseSync'
import { planSyncRows } from '../../domain/imports/sync/planSyncRows'
import { syncFields } from '../../domain/imports/sync/readSyncRow'
import { comparableValue, syncCell } from '../../domain/imports/sync/syncCell'
import { syncColumns } from '../../domain/imports/sync/syncColumns'
import type { Workbook } from '../../domain/imports/workbook/workbook'
import { readWorkbook } from '../../lib/xlsx/read/readWorkbook'
import { writeSyncWorkbook } from './writeSyncWorkbook'

const today = '2026-11-23' as CalendarDate
const context = { today, now: '2026-11-23T10:00:00.000Z', actor: 'me' }
const nothing = { corrections: new Map(), decisions: new Map(), histories: new Map() }

async function written(cases: readonly StoredCase[]): Promise<Workbook> {
  const inOrder = [...cases].sort((left, right) =>
    String(left.values.datum) < String(right.values.datum) ? -1 : 1,
  )
  const read = await readWorkbook({ bytes: await writeSyncWorkbook([inOrder]), wanted: () => true })
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.workbook
}

function rowsOf(workbook: Workbook): SourceRow[] {
  const parsed = parseSync({ workbook, today })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
  return parsed.rows
}

const planOf = (rows: SourceRow[], existing: readonly StoredCase[]): Plan =>
  planSyncRows({ rows, existing, ...nothing, ...context })

const awkwardText = fc.oneof(
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...'aZ09 äßÄ–\'"=+-@<&>_x\t\r\n\u0000\u0001\u001f\u007f\u0085\u00a0\u2028\ufeff\ufffe\uffff',
      ),
      fc.constantFrom('o\u0308', 'é', '😀', '\ud83d', '\udc00', '_x000D_', '_x005F_', '\r\n', 'D_'),
    ),
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=SUM(A1:A9)',
    "'=1",
    '+49 30 1234',
    '-5',
    '@x',
    '1e5',
    '007',
    'TRUE',
    'Ja',
    '_x000D_',
    '_x005F_x000D_',
    ' ',
    '#N/A',
    '29.02.2024',
    'a'.repeat(33_000),
    `=${'\r\n'.repeat(16_500)}`,
    `${'a'.repeat(32_765)}😀`,
  ),
)
const anyDay = fc.oneof(
  fc.integer({ min: -60_000, max: 90_000 }).map(fromDayNumber),
  fc.constantFrom('1900-02-28', '1900-03-01', '1899-12-31', '2024-02-29', '0196-08-29', '9999-12-31'),
)
const kvnrs = ['A123456780', 'X110465770', 'A123456789', 'kein', 'a123456780']
const valuesOfKind: Record<string, fc.Arbitrary<CaseValue>> = {
  day: fc.oneof(anyDay, fc.constantFrom('tba', '31.02.2026', '2026-02-31')),
  boolean: fc.constantFrom(true, false),
  kvnr: fc.constantFrom(...kvnrs),
  icd: fc.constantFrom('C50.1, C79.5', 'c50.1', 'C501', 'XYZ', 'C50.1;C79.5'),
  plz: fc.constantFrom('01067', '1067', '20095', 'CH-8001'),
  email: fc.constantFrom('a@example.org', 'A@EXAMPLE.org', 'keine'),
}

/** Whatever may stand in a field, also what today's rules would not let in. */
function anyValue(field: CaseFieldName): fc.Arbitrary<CaseValue | undefined> {
  const { kind, options = {} } = caseFields[field]
  const filled = kind === 'choice' ? fc.constantFrom(...Object.keys(options), 'sonst') : valuesOfKind[kind]
  return fc.oneof(fc.constantFrom<CaseValue | undefined>(null, undefined, ''), filled ?? awkwardText)
}

const anyCases = fc
  .array(
    fc.record({
      values: fc.record(Object.fromEntries(syncFields.map((field) => [field, anyValue(field)]))),
      datum: anyDay,
      name: awkwardText,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ values, datum, name }, index): StoredCase => {
      const week = isoWeekOf(datum as CalendarDate)
      const fallId = `${week.jahr}-onko-${name.slice(0, 900).normalize('NFC').trim()}-${index}`.replace(
        /\p{Surrogate}/gu,
        '',
      )
      const whole: CaseValues = { ...values, ...week, datum }
      return {
        id: `case ${index}`,
        fallId,
        personKey: null,
        updatedAt: '2026-11-01T00:00:00.000Z',
        values: whole,
      }
    }),
  )

test('an export that comes back as it was changes nothing, whatever the cases hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyCases, async (cases) => {
      const plan = planOf(rowsOf(await written(cases)), cases)
      expect(plan.items.map(({ action, changes, problems }) => ({ action, changes, problems }))).toEqual(
        cases.map(() => ({ action: 'skip', changes: [], problems: [] })),
      )
    }),
    { numRuns: 150 },
  )
})

test('the same holds of a case that has changed since without a trace: nothing differs, so nothing is a conflict', async () => {
  await fc.assert(
    fc.asyncProperty(anyCases, async (cases) => {
      const rows = rowsOf(await written(cases))
      const moved = cases.map((found) => ({ ...found, updatedAt: '2026-11-02T00:00:00.000Z' }))
      expect(countItems(planOf(rows, moved).items)).toMatchObject({ skip: cases.length, warnings: 0 })
    }),
    { numRuns: 30 },
  )
})

test('the same cases are the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anyCases, async (cases) => {
      const [first, second] = [await writeSyncWorkbook([cases]), await writeSyncWorkbook([cases])]
      expect(first.equals(second)).toBe(true)
    }),
    { numRuns: 10 },
  )
})

describe('edited cells', () => {
  /** Cases that a form could have stored; every field may be edited without breaking a rule. */
  const cases = Array.from({ length: 8 }, (_, index): StoredCase => {
    const datum = `${2019 + index}-06-1${index}`
    const texts = caseFieldNames.filter((name) => ['text', 'longText'].includes(caseFields[name].kind))
    const values: CaseValues = {
      ...Object.fromEntries(texts.map((name) => [name, `${name} ${index}`])),
      ...isoWeekOf(datum as CalendarDate),
      datum,
      fallgruppe: 'onko',
      gutachten: true,
      gutachtenTyp: 'alternative',
      therapieaenderung: 'ja',
      icd: 'C50.1',
    }
    const fallId = `fall ${index}`
    return { id: `case ${index}`, fallId, personKey: null, updatedAt: '2026-11-01T00:00:00.000Z', values }
  })
  const bound: ReadonlySet<CaseFieldName> = new Set(['gutachten', 'therapieaenderung'])
  const editable = syncFields.filter((field) => !bound.has(field))
  const newText = fc
    .string({ unit: fc.constantFrom(...'aÖ=+\n1 '), minLength: 1, maxLength: 9 })
    .map((text) => `${text}!`)
  const newValue: Record<string, fc.Arbitrary<CaseValue>> = {
    day: fc.integer({ min: -20_000, max: 20_000 }).map(fromDayNumber),
    boolean: fc.constant(true),
    kvnr: fc.constantFrom('A123456780', 'X110465770'),
    icd: fc.constantFrom('C79.5', 'I35.0, C50.1'),
    plz: fc.constantFrom('01067', '20095'),
    email: fc.constantFrom('a@example.org', 'b@example.org'),
    choice: fc.constantFrom('kardio', 'sd'),
  }
  const newValueOf = (field: CaseFieldName) =>
    field === 'gutachtenTyp' ? fc.constant('bestaetigung') : (newValue[caseFields[field].kind] ?? newText)
  const anyEdit = fc
    .tuple(fc.nat(cases.length - 1), fc.constantFrom(...editable))
    .chain(([index, field]) =>
      fc.record({ index: fc.constant(index), field: fc.constant(field), value: newValueOf(field) }),
    )
  const anyEdits = fc.uniqueArray(anyEdit, {
    selector: ({ index, field }) => `${index} ${field}`,
    minLength: 1,
    maxLength: 40,
  })

  test('n edited cells are exactly those n changes', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, async (edits) => {
        const workbook = await written(cases)
        for (const { index, field, value } of edits)
          setCell({ workbook, fallId: `fall ${index}`, field, value })
        const plan = planOf(rowsOf(workbook), cases)
        const found = plan.items.flatMap(({ data, changes }) =>
          changes.map(
            (change) =>
              `${data.fallId} ${change.field} ${comparableValue({ field: change.field as CaseFieldName, value: change.new })}`,
          ),
        )
        const wanted = edits.map(
          ({ index, field, value }) => `fall ${index} ${field} ${comparableValue({ field, value })}`,
        )
        expect(found.sort()).toEqual(wanted.sort())
        expect(plan.updates).toHaveLength(new Set(edits.map(({ index }) => index)).size)
      }),
      { numRuns: 60 },
    )
  })

  test('emptied cells are changes as well, and emptied required ones errors', async () => {
    const workbook = await written(cases)
    for (const field of ['ort', 'icd', 'bemerkung', 'evn'] as const)
      setCell({ workbook, fallId: 'fall 1', field, value: null })
    for (const [index, field] of [
      [2, 'nachname'],
      [3, 'datum'],
      [4, 'fallgruppe'],
    ] as const)
      setCell({ workbook, fallId: `fall ${index}`, field, value: null })
    const plan = planOf(rowsOf(workbook), cases)
    const itemOf = (fallId: string) => plan.items.find(({ data }) => data.fallId === fallId)
    expect(itemOf('fall 1')).toMatchObject({
      action: 'update',
      changes: [
        { field: 'icd', old: 'C50.1', new: null },
        { field: 'ort', old: 'ort 1', new: null },
        { field: 'bemerkung', old: 'bemerkung 1', new: null },
      ],
    })
    for (const [fallId, field] of [
      ['fall 2', 'nachname'],
      ['fall 3', 'datum'],
      ['fall 4', 'fallgruppe'],
    ] as const) {
      expect(itemOf(fallId)).toMatchObject({ action: 'error', problems: [{ code: 'required', field }] })
    }
  })
})

function setCell({
  workbook,
  fallId,
  field,
  value,
}: {
  workbook: Workbook
  fallId: string
  field: CaseFieldName
  value: CaseValue
}): void {
  for (const sheet of workbook.sheets) {
    const columns = syncColumns(sheet.name)
    for (const { cells } of sheet.rows) {
      if (cells[columns.indexOf('fallId')] !== fallId) continue
      ;(cells as unknown[])[columns.indexOf(field)] = value === null ? null : syncCell({ field, value })
    }
  }
}
