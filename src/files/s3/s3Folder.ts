import type { FileFolder, StoredFile } from '../fileFolder'
import { isLog, linesOf } from '../logLines'
import { inOnePiece, wholeBytes } from '../wholeBytes'
import { keyOfLine, lineOfKey } from './lineKeys'
import type { Bucket, ListedObject } from './s3Bucket'

/** How many objects are stored or removed at once. */
const atOnce = 8

/**
 * A folder of a bucket. Nothing there can be renamed: a file has its name from the start, and while it is only begun, an
 * empty object of the same name beside the folder (`….begun/`) says so. A log is an object for each of its lines.
 */
export function s3Folder({ bucket, folder }: { bucket: Bucket; folder: string }): FileFolder {
  const files = `${folder}/`
  const marks = `${folder}.begun/`
  const mark = (name: string) => bucket.put(marks + name, Buffer.alloc(0))
  const unmark = (name: string) => bucket.remove(marks + name)
  const addLine = (name: string, line: string) =>
    bucket.put(`${files}${name}/${keyOfLine(line)}`, Buffer.from(`${line}\n`))
  const begun = async () => {
    const marked = await bucket.list(marks)
    return marked.map(({ key, modified }) => ({ name: key.slice(marks.length), since: modified }))
  }
  return {
    place: `${folder} in ${bucket.name}`,
    check: () => bucket.check(files),
    begin: async (name, bytes) => {
      // First, so that a file nobody comes back to is known.
      await mark(name)
      await bucket.put(files + name, bytes)
    },
    finish: unmark,
    doubt: mark,
    begun,
    read: async (name) => {
      if (!isLog(name)) return bucket.get(files + name)
      const lines = await bucket.list(`${files}${name}/`)
      return lines.length > 0 ? logOf({ start: `${files}${name}/`, lines }) : null
    },
    remove: async (name) => {
      await bucket.remove(files + name)
      await unmark(name)
    },
    list: async () => {
      // First: one that is finished meanwhile may belong to a report that a backup has not, and is settled where it is put.
      const marked = new Set((await begun()).map(({ name }) => name))
      return storedFiles({ bucket, files, marked, objects: await bucket.list(files) })
    },
    write: async (name, pieces) => {
      const bytes = await wholeBytes(pieces)
      if (!isLog(name)) return bucket.put(files + name, bytes)
      await inGroups(linesOf(bytes), (line) => addLine(name, line))
    },
    empty: async () => {
      for (const start of [files, marks])
        await inGroups(await bucket.list(start), ({ key }) => bucket.remove(key))
    },
    addLine,
  }
}

type Listing = { bucket: Bucket; files: string; marked: ReadonlySet<string>; objects: ListedObject[] }

function storedFiles({ bucket, files, marked, objects }: Listing): StoredFile[] {
  const logs = new Map<string, ListedObject[]>()
  const stored: StoredFile[] = []
  for (const object of objects) {
    const name = object.key.slice(files.length)
    const log = /^[^/]*\.log(?=\/)/.exec(name)?.[0]
    if (log) {
      const lines = logs.get(log) ?? []
      lines.push(object)
      logs.set(log, lines)
    } else
      stored.push({
        name,
        bytes: object.bytes,
        isBegun: marked.has(name),
        read: async () => {
          const bytes = await bucket.get(object.key)
          return bytes && inOnePiece(bytes)
        },
      })
  }
  for (const [name, lines] of logs) {
    const bytes = logOf({ start: `${files}${name}/`, lines })
    stored.push({ name, bytes: bytes.length, isBegun: false, read: async () => inOnePiece(bytes) })
  }
  return stored
}

/** The log as a file, in order of its lines, which begin with their time. */
function logOf({ start, lines }: { start: string; lines: readonly ListedObject[] }): Buffer {
  const ordered = lines.map(({ key }) => lineOfKey(key.slice(start.length))).sort()
  return Buffer.from(ordered.map((line) => `${line}\n`).join(''))
}

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce)
    await Promise.all(items.slice(start, start + atOnce).map(work))
}
