import type { Archive } from './openArchive'
import { readXml } from './readXml'
import { WorkbookRefusal } from './workbookRefusal'

/** 200,000 rows of ten different texts each. */
const maxTexts = 2_000_000
/** All of them together: 300 for each of 200,000 rows. They are held while the sheets are read, two bytes each. */
const maxCharacters = 60_000_000

/** The shared texts of a workbook in their order; runs of rich text joined, phonetic hints left out. */
export async function readSharedStrings({
  archive,
  path,
}: {
  archive: Archive
  path: string | null
}): Promise<string[]> {
  const texts: string[] = []
  if (path === null || !archive.has(path)) return texts
  let current = ''
  let characters = 0
  let isText = false
  let isHint = false
  await readXml({
    pieces: archive.read(path),
    handler: {
      open: (name) => {
        if (name === 'si') current = ''
        if (name === 'rPh') isHint = true
        isText = name === 't' && !isHint
      },
      text: (text) => {
        if (!isText) return
        current += text
        characters += text.length
        if (characters > maxCharacters) throw new WorkbookRefusal('workbookTooMuchText', { maxCharacters })
      },
      close: (name) => {
        isText = false
        if (name === 'rPh') isHint = false
        if (name !== 'si') return
        texts.push(unescapeCharacters(current))
        if (texts.length > maxTexts) throw new WorkbookRefusal('workbookTooManyTexts', { maxTexts })
      },
    },
  })
  return texts
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 §22.9.2.19). */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
