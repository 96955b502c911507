import { type ZipEntry, zipOf } from './zip'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook from the XML of its sheets (what stands in `<worksheet>`), with whatever else is given put over it. */
export function workbookOf({
  sheets,
  sharedStrings = '',
  styles = '',
  workbookProperties = '',
  extra = [],
}: {
  sheets: Readonly<Record<string, string>>
  sharedStrings?: string
  styles?: string
  workbookProperties?: string
  extra?: readonly ZipEntry[]
}): Uint8Array {
  const names = Object.keys(sheets)
  const relations = names.map((_, index) =>
    relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`),
  )
  const list = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`)
  const entries: ZipEntry[] = [
    { name: '_rels/.rels', content: relationships([relation('w', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}">${workbookProperties}<sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...relations,
        relation('strings', 'sharedStrings', 'sharedStrings.xml'),
        relation('styles', 'styles', '/xl/styles.xml'),
      ]),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${sharedStrings}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
    ...Object.values(sheets).map((content, index) => ({
      name: `xl/worksheets/sheet${index}.xml`,
      content: `<worksheet xmlns="${main}">${content}</worksheet>`,
    })),
  ]
  const given = new Set(extra.map(({ name }) => name))
  return zipOf([...entries.filter(({ name }) => !given.has(name)), ...extra])
}

/** `<row>`s of cells with inline texts. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`
  return `<sheetData>${rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')}</sheetData>`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
}

function relationships(list: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}
