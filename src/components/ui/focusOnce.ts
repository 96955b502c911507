const focused = new WeakSet<HTMLElement>()

/** As the `ref` of a field: it gets the focus when it appears, its text selected, and never again. */
export function focusOnce(node: HTMLElement | null): void {
  if (!node || focused.has(node)) return
  focused.add(node)
  node.focus()
  if (node instanceof HTMLInputElement) node.select()
}
