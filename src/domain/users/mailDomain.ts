const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The part of addresses behind the @ as a person may type it (`@DAK.de`, `www` is no part of it), in lower case and as
 * mail servers write it; `null` for what cannot be one. Subdomains are domains of their own.
 */
export function readMailDomain(text: string): string | null {
  const name = asciiName(text.trim().replace(/^@/, '').replace(/\.$/, ''))
  if (!name || name.length > 253) return null
  const labels = name.split('.')
  const hasEnding = labels.length > 1 && /^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(labels.at(-1) ?? '')
  return hasEnding && labels.every((part) => label.test(part)) ? name : null
}

/** The domain of a well-formed address, in lower case. */
export function mailDomainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

/** Umlauts as servers write them (`xn--…`); the URL standard knows how. */
function asciiName(text: string): string | null {
  if (!/^[\p{L}\p{N}.-]+$/u.test(text)) return null
  return URL.canParse(`http://${text}`) ? new URL(`http://${text}`).hostname : null
}
