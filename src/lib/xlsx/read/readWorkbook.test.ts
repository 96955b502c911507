import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textRows, workbookOf } from '../../../../tests/factories/workbook'
import { zipOf } from '../../../../tests/factories/zip'
import type { WorkbookCell } from '../../../domain/imports/workbook/workbook'
import { isDayFormat } from './readDateStyles'
import { readWorkbook } from './readWorkbook'

async function rowsOf(bytes: Uint8Array): Promise<[number, readonly WorkbookCell[]][]> {
  const read = await readWorkbook({ bytes, wanted: () => true })
  if (!read.ok) throw new Error(read.failure.code)
  return read.workbook.sheets.flatMap(({ rows }) =>
    rows.map(({ row, cells }): [number, readonly WorkbookCell[]] => [row, cells]),
  )
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook({ bytes, wanted: () => true })
  return read.ok ? 'read' : `${read.failure.status} ${read.failure.code}`
}

const sheetOf = (xml: string, parts: Partial<Parameters<typeof workbookOf>[0]> = {}) =>
  workbookOf({ ...parts, sheets: { '2026': `<sheetData>${xml}</sheetData>` } })

describe('cells', () => {
  test('texts are read inline, shared, of runs, and with the characters that XML cannot hold', async () => {
    const bytes = sheetOf(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>a_x000D_b</t></is></c></row>',
      { sharedStrings: '<si><t>Tonn</t></si><si><r><t>Wei</t></r><r><t>ß</t></r><rPh><t>nie</t></rPh></si>' },
    )
    expect(await rowsOf(bytes)).toEqual([[2, ['Tonn', 'Weiß', null, 'a\rb']]])
  })

  test('of formulas the stored result is read, errors by their name, nothing where there is none', async () => {
    const bytes = sheetOf(
      '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>"a"</f><v>a</v></c><c t="e"><f>x</f><v>#N/A</v></c><c><f>9</f></c><c t="b"><v>1</v></c></row>',
    )
    expect(await rowsOf(bytes)).toEqual([[1, [2, 'a', { error: '#N/A' }, null, true]]])
  })

  test('numbers formatted as days are days, in workbooks that count from 1900 or from 1904', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    const row =
      '<row><c s="1"><v>46055.5</v></c><c s="0"><v>46055</v></c><c s="1"><v>60</v></c><c t="d"><v>2026-02-03T00:00:00</v></c></row>'
    expect(await rowsOf(sheetOf(row, { styles }))).toEqual([
      [1, [{ day: '2026-02-02' }, 46055, 60, { day: '2026-02-03' }]],
    ])
    const workbookProperties = '<workbookPr date1904="1"/>'
    const shifted = sheetOf('<row><c s="1"><v>44593</v></c></row>', { styles, workbookProperties })
    expect(await rowsOf(shifted)).toEqual([[1, [{ day: '2026-02-02' }]]])
  })

  test.each([
    ['dd.mm.yyyy', true],
    ['[$-407]d. mmmm yyyy;@', true],
    ['TT.MM.JJJJ', true],
    ['General', false],
    ['0.00" Tage"', false],
    ['[hh]:mm:ss', false],
    ['#,##0 [$€-407]', false],
  ])('the format %s shows a day: %s', (format, isDay) => expect(isDayFormat(format)).toBe(isDay))

  test('of merged cells the top left one has the value', async () => {
    const bytes = workbookOf({
      sheets: {
        '2026': `${textRows([
          ['a', 'b'],
          ['c', 'd'],
        ])}<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="nonsense"/></mergeCells>`,
      },
    })
    expect(await rowsOf(bytes)).toEqual([
      [1, ['a', null]],
      [2, [null, null]],
    ])
  })

  test('rows and cells without references count on, and the size a sheet claims is not believed', async () => {
    const bytes = workbookOf({
      sheets: {
        '2026': `<dimension ref="A1:XFD1048576"/><sheetData><row><c><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c><c><v>3</v></c></row><row><c r="XFD6"><v>9</v></c></row></sheetData>`,
      },
    })
    expect(await rowsOf(bytes)).toEqual([
      [1, [1]],
      [5, [null, null, 2, 3]],
    ])
  })

  test('a prefix before every name and a part in UTF-16 make no difference', async () => {
    const xml =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const content = new Uint8Array(Buffer.from(xml, 'utf16le'))
    const bytes = workbookOf({
      sheets: { '2026': '' },
      extra: [{ name: 'xl/worksheets/sheet0.xml', content }],
    })
    expect(await rowsOf(bytes)).toEqual([[1, [7]]])
  })

  test('only the wanted sheets are read, hidden or not', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('2026', { state: 'veryHidden' }).addRow(['ja'])
    workbook.addWorksheet('Tabelle1').addRow(['nein'])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const read = await readWorkbook({ bytes, wanted: (name) => name === '2026' })
    expect(read).toMatchObject({
      ok: true,
      workbook: {
        sheets: [{ name: '2026', rows: [{ row: 1, cells: ['ja'] }] }],
        sheetNames: ['2026', 'Tabelle1'],
      },
    })
  })

  test('whatever texts and numbers exceljs writes are read as they were', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'binary', maxLength: 20 })
        .filter((text) => /^[^\u0000-\u001f\ufffe\uffff\ud800-\udfff]+$/.test(text)),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const workbook = new ExcelJS.Workbook()
          const sheet = workbook.addWorksheet('2026')
          for (const cells of rows) sheet.addRow(cells)
          const read = await rowsOf(new Uint8Array(await workbook.xlsx.writeBuffer()))
          expect(read.map(([, cells]) => cells)).toEqual(rows)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what cannot be read is refused for its reason', () => {
  const simple = () => workbookOf({ sheets: { '2026': textRows([['a']]) } })

  test.each<[string, () => Uint8Array, string]>([
    ['nothing at all', () => new Uint8Array(), '422 emptyFile'],
    ['a text', () => new TextEncoder().encode('a;b\n1;2'), '415 notWorkbook'],
    ['a zip without a workbook', () => zipOf([{ name: 'a.txt', content: 'a' }]), '415 notWorkbook'],
    [
      'a document of another program',
      () => zipOf([{ name: 'word/document.xml', content: '<a/>' }]),
      '415 notWorkbook',
    ],
    [
      'an old .xls',
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      '415 notWorkbook',
    ],
    ['a workbook with a password', encryptedWorkbook, '422 encryptedWorkbook'],
    [
      'an encrypted part',
      () => workbookOf({ sheets: {}, extra: [{ name: 'x', content: 'x', flags: 1 }] }),
      '422 encryptedWorkbook',
    ],
    ['a file cut off', () => simple().slice(0, -40), '422 damagedWorkbook'],
    ['XML cut off', () => sheetOf('<row><c>'), '422 damagedWorkbook'],
    ['a NUL', () => sheetOf('<row><c><v>\u0000</v></c></row>'), '422 damagedWorkbook'],
    [
      'bytes that are no UTF-8',
      () =>
        workbookOf({
          sheets: { a: '' },
          extra: [{ name: 'xl/worksheets/sheet0.xml', content: Uint8Array.from([60, 97, 62, 255, 60]) }],
        }),
      '422 damagedWorkbook',
    ],
    [
      'a missing part',
      () => workbookOf({ sheets: {}, extra: [{ name: 'xl/workbook.xml', content: '<workbook' }] }),
      '422 damagedWorkbook',
    ],
    [
      'a path out of the archive',
      () => workbookOf({ sheets: {}, extra: [{ name: '../../etc/passwd', content: 'x' }] }),
      '422 damagedWorkbook',
    ],
    [
      'more parts than 10,000',
      () => zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: '' }))),
      '413 workbookTooManyParts',
    ],
    [
      'more than 200 MB, as claimed',
      () => workbookOf({ sheets: {}, extra: [{ name: 'x', content: 'x', claimedSize: 300_000_000 }] }),
      '413 workbookTooLarge',
    ],
  ])('%s', async (_, make, reason) => expect(await refusalOf(make())).toBe(reason))

  test('more than 200 MB unpacked, whatever the directory claims', async () => {
    const content = Buffer.concat([
      Buffer.from('<worksheet><sheetData><row><c><v>'),
      Buffer.alloc(210_000_000, 49),
    ])
    const bytes = workbookOf({
      sheets: { '2026': '' },
      extra: [{ name: 'xl/worksheets/sheet0.xml', content, claimedSize: 100 }],
    })
    expect(await refusalOf(bytes)).toBe('413 workbookTooLarge')
  })

  test('entities are not expanded: a document type is refused', async () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>'
    const bytes = workbookOf({
      sheets: { '2026': '' },
      extra: [{ name: 'xl/worksheets/sheet0.xml', content: bomb }],
    })
    expect(await refusalOf(bytes)).toBe('422 damagedWorkbook')
  })

  test('more than 200,000 rows', async () => {
    expect(await refusalOf(sheetOf('<row><c><v>1</v></c></row>'.repeat(200_001)))).toBe('413 tooManyRows')
  })

  test('merges without end', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(60_000)
    const rows = `<sheetData>${'<row><c r="Z1"><v>1</v></c></row>'.repeat(20)}</sheetData><mergeCells>${merges}</mergeCells>`
    expect(await refusalOf(workbookOf({ sheets: { '2026': rows } }))).toBe('422 damagedWorkbook')
  })

  test.each<[string, () => Uint8Array, string]>([
    [
      'a text without an end',
      () => sheetOf(`<row><c t="str"><v>${'A'.repeat(3_000_000)}</v></c></row>`),
      '422 damagedWorkbook',
    ],
    [
      'a cell of many long texts',
      () =>
        sheetOf(
          `<row><c t="inlineStr"><is>${`<r><t>${'A'.repeat(60_000)}</t></r>`.repeat(20)}</is></c></row>`,
        ),
      '422 damagedWorkbook',
    ],
    [
      'a tag of many attributes',
      () =>
        sheetOf(
          `<row><c ${Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ')}/></row>`,
        ),
      '422 damagedWorkbook',
    ],
    ['elements in each other without end', () => sheetOf('<row>'.repeat(300)), '422 damagedWorkbook'],
    [
      'more merges than rows',
      () =>
        workbookOf({
          sheets: { '2026': `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(200_001)}</mergeCells>` },
        }),
      '422 damagedWorkbook',
    ],
    [
      'more text than rows could hold',
      () =>
        workbookOf({
          sheets: { '2026': '' },
          sharedStrings: `<si><t>${'B'.repeat(30_000)}</t></si>`.repeat(2_001),
        }),
      '413 workbookTooMuchText',
    ],
  ])('what would pile up in memory: %s', async (_, make, reason) =>
    expect(await refusalOf(make())).toBe(reason),
  )

  test('names like __proto__ are names', async () => {
    const bytes = workbookOf({ sheets: { __proto__x: textRows([['__proto__', 'constructor']]) } })
    expect(await rowsOf(bytes)).toEqual([[1, ['__proto__', 'constructor']]])
    expect(Object.hasOwn(Object.prototype, 'constructor x')).toBe(false)
  })
})

function encryptedWorkbook(): Uint8Array {
  const container = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return new Uint8Array(
    Buffer.concat([container, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
  )
}
