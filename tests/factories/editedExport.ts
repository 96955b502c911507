import ExcelJS from 'exceljs'

/** An export as somebody edits it: `edit` gets the workbook and a way to set a cell by Fall-ID and title. */
export async function editedExport(
  bytes: Uint8Array,
  edit: (tools: {
    workbook: ExcelJS.Workbook
    set: (fallId: string, title: string, value: unknown) => void
  }) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  edit({
    workbook,
    set: (fallId, title, value) => {
      for (const sheet of workbook.worksheets) {
        const titles = sheet.getRow(1).values as unknown[]
        sheet.eachRow((row) => {
          if (row.getCell(titles.indexOf('Fall-ID')).value === fallId)
            row.getCell(titles.indexOf(title)).value = value as ExcelJS.CellValue
        })
      }
    },
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
