/** How cells look, and whether they can be edited while their sheet is protected. */
export type CellStyle = { format: 'general' | 'text' | 'day' | 'title'; isLocked: boolean }

const formats = ['general', 'text', 'day', 'title'] as const satisfies readonly CellStyle['format'][]
const numberFormats: Record<CellStyle['format'], number> = { general: 0, text: 49, day: 164, title: 0 }

/** The number of a style in `stylesXml`; 0 is what a sheet has without any. */
export function styleNumber({ format, isLocked }: CellStyle): number {
  return 1 + 2 * formats.indexOf(format) + (isLocked ? 1 : 0)
}

/** The styles of a workbook: each format unlocked and locked; titles are bold, locked cells grey. */
export function stylesXml(): string {
  const cells = formats.flatMap((format) => [xf({ format, isLocked: false }), xf({ format, isLocked: true })])
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>' +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    `<fills count="3">${fill('none')}${fill('gray125')}${grey}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Standard" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

const grey =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill>'

function fill(pattern: string): string {
  return `<fill><patternFill patternType="${pattern}"/></fill>`
}

function font(weight: string): string {
  return `<font>${weight}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
}

function xf({ format, isLocked }: CellStyle): string {
  const look = `numFmtId="${numberFormats[format]}" fontId="${format === 'title' ? 1 : 0}" fillId="${isLocked ? 2 : 0}"`
  return (
    `<xf ${look} borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyProtection="1">` +
    `<protection locked="${Number(isLocked)}"/></xf>`
  )
}
