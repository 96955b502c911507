import { SaxesParser } from 'saxes'
import { WorkbookRefusal } from './workbookRefusal'

export type XmlAttributes = Readonly<Record<string, string>>

/** What is done at each element; names come without their prefix. */
export type XmlHandler = {
  open(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

/** Excel's own parts are some ten elements deep, and no tag or text of theirs is longer than a cell's 32,767 characters. */
const maxDepth = 256
const maxCharactersBetweenTags = 1_000_000

/**
 * Reads XML as it comes. A document type is refused: workbooks have none, and entities are how parsers are attacked; and
 * so is what would pile up in memory before a handler sees it.
 */
export async function readXml({
  pieces,
  handler,
}: {
  pieces: AsyncIterable<Uint8Array>
  handler: XmlHandler
}): Promise<void> {
  const read = createReader(handler)
  let failure: unknown = null
  for await (const piece of pieces) {
    // What is wrong is told only when the part has been unpacked whole: one that is too large is that first of all.
    if (failure === null) failure = failureOf(() => read.write(piece))
  }
  failure ??= failureOf(() => read.end())
  if (failure instanceof WorkbookRefusal) throw failure
  if (failure === null) return
  const detail = failure instanceof Error ? failure.message.slice(0, 200) : ''
  throw new WorkbookRefusal('damagedWorkbook', { detail })
}

function failureOf(work: () => void): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error ?? new Error()
  }
}

function createReader(handler: XmlHandler) {
  const parser = new SaxesParser()
  const decode = createDecoder()
  let depth = 0
  let unseen = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    unseen = 0
    if (depth > maxDepth) throw new Error(`more than ${maxDepth} elements in each other`)
    handler.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    unseen = 0
    handler.close?.(localName(tag.name))
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  return {
    write(piece: Uint8Array): void {
      const text = decode(piece)
      unseen += text.length
      parser.write(text)
      if (unseen > maxCharactersBetweenTags) throw new Error('a tag or text without an end')
    },
    end: () => void parser.close(),
  }
}

/** UTF-8, or UTF-16 where its mark comes first. */
function createDecoder(): (piece: Uint8Array) => string {
  let decoder: TextDecoder | null = null
  return (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    return decoder.decode(piece, { stream: true })
  }
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
