import { isTyping } from './isTyping'

/** As the `ref` of a heading: what has just appeared gets the focus, unless one is in a field and would lose it. */
export function focusOnMount(node: HTMLElement | null): void {
  if (!isTyping(document.activeElement)) node?.focus()
}
