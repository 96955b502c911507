import type { Archive } from './openArchive'
import { readXml } from './readXml'

/** Number formats that every spreadsheet knows as days (ECMA-376 §18.8.30), times without a day left out. */
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Excel knows 65,490 cell styles; what comes after is not looked at. */
const maxStyles = 65_536

/** Which cell styles (by their number) show a number as a day. */
export async function readDateStyles({
  archive,
  path,
}: {
  archive: Archive
  path: string | null
}): Promise<ReadonlySet<number>> {
  const styles = new Set<number>()
  if (path === null || !archive.has(path)) return styles
  const formats = new Map<number, string>()
  let isCellFormats = false
  let style = 0
  await readXml({
    pieces: archive.read(path),
    handler: {
      open: (name, attributes) => {
        if (name === 'numFmt' && formats.size < maxStyles)
          formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        if (name === 'cellXfs') isCellFormats = true
        if (name !== 'xf' || !isCellFormats || style >= maxStyles) return
        const id = Number(attributes.numFmtId ?? 0)
        const format = formats.get(id)
        if (format === undefined ? builtInDays.has(id) : isDayFormat(format)) styles.add(style)
        style += 1
      },
      close: (name) => {
        if (name === 'cellXfs') isCellFormats = false
      },
    },
  })
  return styles
}

/** Whether a format code shows a day: letters of day or year outside quoted text, escapes and brackets. */
export function isDayFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  return /[dyj]|TT/i.test(bare) && !/General|Standard/i.test(bare)
}
