import type { WorkbookCell } from '../../../domain/imports/workbook/workbook'
import { type ArchiveFile, createArchive } from './createArchive'
import { letters, type PrintedColumn, rowXml, sheetEnd, sheetStart } from './sheetXml'
import { stylesXml } from './styles'
import { textXml } from './textXml'
import { type PrintedSheet, workbookParts } from './workbookParts'

/** So many different texts are written once for all their cells; later ones stand in their cells. */
const maxSharedTexts = 20_000

type OpenSheet = PrintedSheet & { file: ArchiveFile; columns: readonly PrintedColumn[] }

/**
 * A workbook of protected sheets, written piece by piece and held packed only, for tens of thousands of rows. Cells are
 * written as they are: whoever gives them sees to it that no text is a formula. The same rows are the same bytes.
 */
export function createWorkbookStream() {
  const archive = createArchive()
  const sheets: PrintedSheet[] = []
  const texts = new Map<string, number>()
  let current: OpenSheet | null = null

  function share(text: string): number | null {
    const known = texts.get(text)
    if (known !== undefined) return known
    if (texts.size >= maxSharedTexts) return null
    texts.set(text, texts.size)
    return texts.size - 1
  }

  async function endSheet(): Promise<void> {
    if (!current) return
    const { name, path, rows, width, file } = current
    await file.write(sheetEnd({ reference: `A1:${letters(width - 1)}${rows}` }))
    await file.end()
    sheets.push({ name, path, rows, width })
    current = null
  }

  return {
    /** Ends the sheet before and begins one. */
    async addSheet({ name, columns }: { name: string; columns: readonly PrintedColumn[] }): Promise<void> {
      await endSheet()
      const path = `xl/worksheets/sheet${sheets.length + 1}.xml`
      const file = archive.open(path)
      current = { name, path, rows: 1, width: columns.length, file, columns }
      await file.write(sheetStart({ columns, share }))
    },
    /** Adds rows to the sheet that was begun last. */
    async addRows(rows: readonly (readonly WorkbookCell[])[]): Promise<void> {
      if (!current) throw new Error('No sheet was begun.')
      const { columns, file } = current
      let xml = ''
      for (const cells of rows) {
        current.rows += 1
        xml += rowXml({ row: current.rows, cells, columns, share })
      }
      await file.write(xml)
    },
    /** The workbook's bytes; its sheets stand in the order of `names`. */
    async end(names: readonly string[]): Promise<Buffer> {
      await endSheet()
      const ordered = names.flatMap((name) => sheets.find((sheet) => sheet.name === name) ?? [])
      const shared = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${textXml(text)}</t></si>`)
      for (const { path, xml } of [
        ...workbookParts(ordered),
        { path: 'xl/styles.xml', xml: stylesXml() },
        { path: 'xl/sharedStrings.xml', xml: sharedStringsXml(shared) },
      ]) {
        const file = archive.open(path)
        await file.write(xml)
        await file.end()
      }
      return archive.end()
    },
  }
}

function sharedStringsXml(items: readonly string[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`
  )
}
