import type { Archive } from './openArchive'
import { readXml, type XmlAttributes } from './readXml'
import { WorkbookRefusal } from './workbookRefusal'

/** A sheet of a workbook and where its cells are. */
type SheetPart = { name: string; path: string }

/** Where the parts of a workbook are, and what its serial days count from. */
export type WorkbookParts = {
  sheets: SheetPart[]
  sharedStrings: string | null
  styles: string | null
  is1904: boolean
}

/** An archive has 10,000 parts at most. */
const maxRelations = 10_000

type Relation = { type: string; target: string }

/** Finds a workbook's parts by its relationships, as ECMA-376 wants them found (the names are a custom only). */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  const workbookPath = await workbookPathOf(archive)
  const relations = await relationsOf({ archive, path: workbookPath })
  const found: { name: string; relation: string }[] = []
  let is1904 = false
  await readXml({
    pieces: archive.read(workbookPath),
    handler: {
      open: (name, attributes) => {
        if (name === 'workbookPr') is1904 = /^(1|true|on)$/i.test(attributes.date1904 ?? '')
        if (name === 'sheet' && found.length < maxRelations)
          found.push({ name: attributes.name ?? '', relation: relationIdOf(attributes) ?? '' })
      },
    },
  })
  const pathOfType = (type: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null
  const sheets = found.flatMap(({ name, relation }) => {
    const target = relations.get(relation)
    return target?.type.endsWith('/worksheet') ? [{ name, path: target.target }] : []
  })
  return { sheets, sharedStrings: pathOfType('sharedStrings'), styles: pathOfType('styles'), is1904 }
}

async function workbookPathOf(archive: Archive): Promise<string> {
  const relations = archive.has('_rels/.rels') ? await relationsOf({ archive, path: '' }) : new Map()
  for (const { type, target } of relations.values()) {
    if (type.endsWith('/officeDocument') && archive.has(target) && isSpreadsheet(target)) return target
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml'
  throw new WorkbookRefusal('notWorkbook')
}

/** Documents of other programs have such a part too, and binary workbooks are none that can be read. */
function isSpreadsheet(path: string): boolean {
  return /(^|\/)workbook[^/]*\.xml$/i.test(path) || path.startsWith('xl/')
}

/** The relationships of a part by their id, their targets as whole paths; none where there is no list of them. */
async function relationsOf({
  archive,
  path,
}: {
  archive: Archive
  path: string
}): Promise<Map<string, Relation>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const list = `${folder}_rels/${path.slice(folder.length)}.rels`
  const relations = new Map<string, Relation>()
  if (!archive.has(list)) return relations
  await readXml({
    pieces: archive.read(list),
    handler: {
      open: (name, { Id, Type, Target }) => {
        if (name !== 'Relationship' || Id === undefined || Target === undefined) return
        if (relations.size >= maxRelations) throw new WorkbookRefusal('damagedWorkbook', { detail: list })
        relations.set(Id, { type: Type ?? '', target: resolved({ folder, target: Target }) })
      },
    },
  })
  return relations
}

function resolved({ folder, target }: { folder: string; target: string }): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').filter(Boolean)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** `r:id`, whatever the prefix. */
function relationIdOf(attributes: XmlAttributes): string | undefined {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'))
  return name === undefined ? undefined : attributes[name]
}
