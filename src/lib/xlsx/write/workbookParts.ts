import { letters } from './sheetXml'
import { textXml } from './textXml'

/** A finished sheet: its part of the archive, its rows with the titles, its columns. */
export type PrintedSheet = { name: string; path: string; rows: number; width: number }

type Part = { path: string; xml: string }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts that say what a workbook is made of; without properties, for those know the time of day. */
export function workbookParts(sheets: readonly PrintedSheet[]): Part[] {
  return [
    { path: '[Content_Types].xml', xml: contentTypes(sheets) },
    { path: '_rels/.rels', xml: relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { path: 'xl/workbook.xml', xml: workbook(sheets) },
    { path: 'xl/_rels/workbook.xml.rels', xml: relationships(relationsOf(sheets)) },
  ]
}

function contentTypes(sheets: readonly PrintedSheet[]): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${types}.${type}+xml"/>`
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('xl/workbook.xml', 'sheet.main') +
    sheets.map(({ path }) => part(path, 'worksheet')).join('') +
    part('xl/styles.xml', 'styles') +
    `${part('xl/sharedStrings.xml', 'sharedStrings')}</Types>`
  )
}

function relationsOf(sheets: readonly PrintedSheet[]): string[] {
  const targets = sheets.map(({ path }) => ['worksheet', path.replace('xl/', '')] as const)
  const all = [...targets, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']] as const
  return all.map(([type, target], index) => relation(`rId${index + 1}`, type, target))
}

/** Excel keeps a sheet's filter as a hidden name; titles are printed on every page. */
function workbook(sheets: readonly PrintedSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${attribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const filters = sheets.map(({ name, rows, width }, index) => {
    const area = `'${textXml(name)}'!$A$1:$${letters(width - 1)}$${rows}`
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${area}</definedName>`
  })
  const titles = sheets.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${textXml(name)}'!$1:$1</definedName>`,
  )
  return (
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
    `<bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>` +
    `<definedNames>${filters.join('')}${titles.join('')}</definedNames></workbook>`
  )
}

function relationships(list: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
}

function attribute(text: string): string {
  return textXml(text).replace(/"/g, '&quot;')
}
