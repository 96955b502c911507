import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../../domain/calendar/calendarDate'
import type { WorkbookCell } from '../../../domain/imports/workbook/workbook'
import { readWorkbook } from '../read/readWorkbook'
import { createWorkbookStream } from './createWorkbookStream'
import type { PrintedColumn } from './sheetXml'

const columns: PrintedColumn[] = [
  { title: 'Nr.', width: 8, format: 'general', isLocked: false },
  { title: 'Text', width: 20, format: 'text', isLocked: false },
  { title: 'Tag', width: 12, format: 'day', isLocked: false },
  { title: 'Fall-ID', width: 30, format: 'text', isLocked: true },
]
const day = '2026-02-28' as CalendarDate
const rows: WorkbookCell[][] = [
  [1, '01067', { day }, 'A & <B>'],
  [2, null, '31.12.1899', ''],
  [-0.5, ' blanks \n around ', null, 'a\r_x000D_'],
]

async function written(order = ['Eins', 'Zwei']): Promise<Buffer> {
  const workbook = createWorkbookStream()
  await workbook.addSheet({ name: 'Zwei', columns })
  await workbook.addSheet({ name: 'Eins', columns })
  await workbook.addRows(rows.slice(0, 2))
  await workbook.addRows(rows.slice(2))
  return workbook.end(order)
}

describe('a workbook written in pieces', () => {
  test('comes back cell by cell, its sheets in the asked order', async () => {
    const read = await readWorkbook({ bytes: await written(), wanted: () => true })
    if (!read.ok) throw new Error(read.failure.code)
    expect(read.workbook.sheetNames).toEqual(['Eins', 'Zwei'])
    expect(read.workbook.sheets[0]?.rows).toEqual([
      { row: 1, cells: ['Nr.', 'Text', 'Tag', 'Fall-ID'] },
      { row: 2, cells: [1, '01067', { day }, 'A & <B>'] },
      { row: 3, cells: [2, null, '31.12.1899'] },
      { row: 4, cells: [-0.5, ' blanks \n around ', null, 'a\r_x000D_'] },
    ])
    expect(read.workbook.sheets[1]?.rows).toHaveLength(1)
  })

  test('is read by another program: days, formats, titles in view, filter, and what is locked', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(await written()).buffer)
    const sheet = workbook.getWorksheet('Eins') as ExcelJS.Worksheet
    expect(sheet.getCell('C2').value).toEqual(new Date('2026-02-28T00:00:00Z'))
    expect([sheet.getCell('B2').value, sheet.getCell('B2').numFmt]).toEqual(['01067', '@'])
    expect(sheet.getCell('A1').font?.bold).toBe(true)
    expect([1, 2, 3, 4].map((column) => sheet.getColumn(column).width)).toEqual([8, 20, 12, 30])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:D4')
    // exceljs keeps what a sheet says of its protection in its model only.
    expect(sheet.model).toMatchObject({ sheetProtection: { sheet: true, autoFilter: true } })
    expect(
      ['A2', 'B2', 'C2', 'D2'].map((place) => sheet.getCell(place).protection?.locked !== false),
    ).toEqual([false, false, false, true])
  })

  test('is the same bytes for the same rows', async () => {
    expect((await written()).equals(await written())).toBe(true)
  })
})
