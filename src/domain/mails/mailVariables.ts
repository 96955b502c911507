import { linkNode, mapTexts, type RichNode, type RichText, textNode, textsOf } from './richText'

/** What stands for a variable, by its name; `link` is an address and becomes a link. */
export type MailValues = Readonly<Record<string, string>>

const variable = /\{\{\s*([\p{L}\d_]+)\s*\}\}/gu

/** A line of text with its variables filled in; unknown ones stay as they are. */
export function fillText(text: string, values: MailValues): string {
  return text.replace(variable, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
  )
}

/** A rich text with its variables filled in. */
export function fillRichText(richText: RichText, values: MailValues): RichText {
  return mapTexts(richText, (piece, text) => {
    const filled = (part: string): RichNode => ({ ...piece, text: fillText(part, values) })
    const { link } = values
    if (link === undefined) return [filled(text)]
    const parts = text.split(/\{\{\s*link\s*\}\}/u)
    return parts
      .flatMap((part, index) => [
        ...(index > 0 ? [linkNode(link)] : []),
        ...(part === '' ? [] : [filled(part)]),
      ])
      .concat(text === '' ? [textNode('')] : [])
  })
}

/**
 * What is wrong with the variables of a text: names that are not `known`, as they were typed, braces that open or close
 * nothing, and names torn apart by formatting within them.
 */
export function wrongVariables({
  text,
  known,
}: {
  text: string | RichText
  known: readonly string[]
}): string[] {
  const pieces = typeof text === 'string' ? [text] : textsOf(text.root)
  const unknown = pieces.flatMap((piece) =>
    [...piece.matchAll(variable)].filter(([, name]) => !known.includes(name ?? '')).map(([whole]) => whole),
  )
  const torn = pieces
    .map((piece) => piece.replace(variable, ''))
    .flatMap((rest) => rest.match(/\{\{[^{}]{0,30}|[^{}]{0,30}\}\}/gu) ?? [])
  return [...new Set([...unknown, ...torn.map((rest) => rest.trim())])]
}
