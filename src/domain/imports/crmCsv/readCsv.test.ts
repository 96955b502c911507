import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutPause } from '../../withoutPause'
import { readCsv } from './readCsv'

/** The records of a text with the columns `a` and `b` wanted. */
function recordsOf(text: string): string[][] {
  const table = withoutPause(readCsv({ text, wanted: ['a', 'b'] }))
  if (!table.ok) throw new Error(table.failure.code)
  return table.records
}

function failureOf(text: string) {
  const table = withoutPause(readCsv({ text, wanted: ['a', 'b'] }))
  return table.ok ? null : table.failure
}

describe('the facts of csv-spectrum', () => {
  test.each([
    ['commas in quotes', 'a,b\n"1, 2",3', [['1, 2', '3']]],
    [
      'empty cells',
      'a,b,c\n1,"",""\n2,3,4',
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'escaped quotes',
      'a,b\n1,"ha ""ha"" ha"\n3,4',
      [
        ['1', 'ha "ha" ha'],
        ['3', '4'],
      ],
    ],
    [
      'JSON in a cell',
      'a,b\n1,"{""type"": ""Point"", ""at"": [102.0, 0.5]}"',
      [['1', '{"type": "Point", "at": [102.0, 0.5]}']],
    ],
    [
      'line breaks in a cell',
      'a,b\n"Once upon \na time",5\n7,8',
      [
        ['Once upon \na time', '5'],
        ['7', '8'],
      ],
    ],
    [
      'quotes and line breaks',
      'a,b\n1,"ha \n""ha"" \nha"\n3,4',
      [
        ['1', 'ha \n"ha" \nha'],
        ['3', '4'],
      ],
    ],
    [
      'UTF-8',
      'a,b\n1,ʤ\n4,日本',
      [
        ['1', 'ʤ'],
        ['4', '日本'],
      ],
    ],
    ['a quoted cell that is nothing but quotes', 'a,b\n"""""",x', [['""', 'x']]],
  ])('%s', (_, text, records) => {
    expect(recordsOf(text)).toEqual(records)
    expect(recordsOf(text.replaceAll('\n', '\r\n'))).toEqual(records)
    expect(recordsOf(`${text}\n`)).toEqual(records)
  })
})

describe('line breaks', () => {
  test.each(['\n', '\r\n', '\r'])('%j ends a record', (end) => {
    expect(recordsOf(['a,b', '1,2', '3,4'].join(end))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('of different kinds in one file lose no row', () => {
    expect(recordsOf('a,b\r\n1,2\r\n3,4\n5,6\r7,8\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ])
  })

  test('of different kinds in one file lose no row where cells are quoted', () => {
    expect(recordsOf('a,b\r\n1,"2"\r\n3,4\n5,6\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })
})

describe('no rows', () => {
  test('are blank lines and lines of separators only, and they are not counted', () => {
    expect(recordsOf('\n\na,b\n\n1,2\n,\n , \n"",""\n3,4\n\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('a title row alone is a table without rows', () => {
    expect(recordsOf('a,b\n')).toEqual([])
  })

  test.each(['', '\ufeff', ' \n\r\n', ',,,\n,,,', '\t\t'])('nothing else in %j is an empty file', (text) => {
    expect(failureOf(text)).toMatchObject({ status: 422, code: 'emptyFile' })
  })
})

describe('the separator', () => {
  test.each([',', ';', '\t'])('%j is detected', (separator) => {
    expect(recordsOf(`a${separator}b\n1${separator}2`)).toEqual([['1', '2']])
  })

  test('is the one that gives the columns, not the one that occurs most', () => {
    expect(recordsOf('"x;y;z;u;v",a,b\n"1;2;3;4",5,6')).toEqual([['1;2;3;4', '5', '6']])
    expect(recordsOf('a;b;c,d,e,f\n1;2;3,4,5,6')).toEqual([['1', '2', '3,4,5,6']])
  })

  test('is found where titles differ in case, blanks and umlauts put together', () => {
    const table = withoutPause(readCsv({ text: ' MODU\u0308L ; A\n1;2', wanted: ['Modül', 'a'] }))
    expect(table).toMatchObject({ ok: true, columns: ['MODÜL', 'A'], records: [['1', '2']] })
  })
})

describe('quotation marks', () => {
  test('inside a cell stand as they are', () => {
    expect(recordsOf('a,b\n5" pipe,x\n"Herr "Max" M",y')).toEqual([
      ['5" pipe', 'x'],
      ['Herr "Max" M', 'y'],
    ])
  })

  test('never closed refuse the file and name the line', () => {
    expect(failureOf('a,b\n1,2\n\n3,"open\n5,6\n7,8')).toMatchObject({
      status: 422,
      code: 'unclosedQuote',
      params: { line: 4 },
    })
  })

  test('never closed refuse the file where a later quoted cell would close them', () => {
    expect(failureOf('a,b\n1,"open\n3,"x"\n5,6')).toMatchObject({
      code: 'unclosedQuote',
      params: { line: 2 },
    })
  })

  test('closed too early do not swallow the next row', () => {
    expect(failureOf('a,b\r\n"abc" def,1\r\n3,"x"\r\n5,6')).toMatchObject({
      code: 'unclosedQuote',
      params: { line: 2 },
    })
  })
})

describe('rows', () => {
  test('with too few or too many cells keep what they have', () => {
    expect(recordsOf('a,b\n1\n1,2,3,4')).toEqual([['1'], ['1', '2', '3', '4']])
  })

  test('may be 200,000 and not one more', () => {
    const text = `a,b${'\n1,2'.repeat(200_000)}`
    expect(recordsOf(text)).toHaveLength(200_000)
    expect(failureOf(`${text}\n1,2`)).toMatchObject({
      status: 413,
      code: 'tooManyRows',
      params: { maxRows: 200_000 },
    })
  })
})

test('ten million cells are too many, whatever they hold', () => {
  const tooMany = { status: 413, code: 'tooManyCells', params: { maxCells: 10_000_000 } }
  expect(failureOf(`a,b\n${','.repeat(10_000_001)}x`)).toMatchObject(tooMany)
  expect(failureOf(`a,b\n"${'""'.repeat(5_000_001)}",x`)).toMatchObject(tooMany)
})

describe('laws', () => {
  const letters = ['x', ' ', '"', ',', ';', '\t', '\n', 'ä', '=', "'", '|', '𝄞']
  const cell = fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 })
  const rows = fc
    .array(fc.tuple(cell, cell), { maxLength: 8 })
    .map((all) => all.filter((cells) => cells.some((text) => text.trim() !== '')))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

  test('reading what was written gives the same rows', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (written, separator, end) => {
          const text = [['a', 'b'], ...written].map((cells) => cells.map(quoted).join(separator)).join(end)
          expect(recordsOf(text)).toEqual(written)
        },
      ),
    )
  })

  test('reading never fails on its own: any text is a table or a named failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters, '\r', 'a', 'b') }), (text) => {
        const table = withoutPause(readCsv({ text, wanted: ['a', 'b'] }))
        expect(table.ok || table.failure.status).toBeTruthy()
      }),
    )
  })
})
