/** A node of a rich text as the editor (Lexical) stores it, as far as mails use it. */
export type RichNode = {
  type: string
  version: number
  text?: string
  children?: RichNode[]
  [key: string]: unknown
}

/** A rich text; the fields beside its nodes are the editor's. */
export type RichText = { root: RichNode & { children: RichNode[] } }

/** A rich text of plain paragraphs. */
export function richTextOf(paragraphs: readonly string[]): RichText {
  const block = { direction: 'ltr', format: '', indent: 0, version: 1 }
  return {
    root: {
      ...block,
      type: 'root',
      children: paragraphs.map((text) => ({
        ...block,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: [textNode(text)],
      })),
    },
  }
}

/** Whether a rich text says anything. */
export function hasWords(richText: RichText | null | undefined): boolean {
  return richText ? textsOf(richText.root).some((text) => text.trim() !== '') : false
}

/** Every piece of text in it, in order; a piece ends where the formatting changes. */
export function textsOf(node: RichNode): string[] {
  if (node.text !== undefined) return [node.text]
  return (node.children ?? []).flatMap(textsOf)
}

/** The same rich text with each piece of text replaced by what `change` makes of it. */
export function mapTexts(
  richText: RichText,
  change: (piece: RichNode, text: string) => RichNode[],
): RichText {
  return {
    root: { ...richText.root, children: richText.root.children.flatMap((node) => mapNode(node, change)) },
  }
}

function mapNode(node: RichNode, change: (piece: RichNode, text: string) => RichNode[]): RichNode[] {
  if (node.text !== undefined) return change(node, node.text)
  if (!node.children) return [node]
  return [{ ...node, children: node.children.flatMap((child) => mapNode(child, change)) }]
}

/** A piece of text of no format. */
export function textNode(text: string): RichNode {
  return { type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }
}

/** A link that shows its own address. */
export function linkNode(url: string): RichNode {
  return {
    type: 'link',
    version: 3,
    direction: 'ltr',
    format: '',
    indent: 0,
    fields: { linkType: 'custom', newTab: false, url },
    children: [textNode(url)],
  }
}
