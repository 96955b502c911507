import { SaxesParser } from 'saxes'
import { WorkbookRefusal } from './workbookRefusal'

export type XmlAttributes = Readonly<Record<string, string>>

/** What is done at each element; names come without their prefix. */
export type XmlHandler = {
  open(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

/** Reads XML as it comes. A document type is refused: workbooks have none, and entities are how parsers are attacked. */
export async function readXml({
  pieces,
  handler,
}: {
  pieces: AsyncIterable<Uint8Array>
  handler: XmlHandler
}): Promise<void> {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('opentag', (tag) => handler.open(localName(tag.name), tag.attributes))
  parser.on('closetag', (tag) => handler.close?.(localName(tag.name)))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  try {
    const decode = createDecoder()
    for await (const piece of pieces) parser.write(decode(piece))
    parser.close()
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw error
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    throw new WorkbookRefusal('damagedWorkbook', { detail })
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
