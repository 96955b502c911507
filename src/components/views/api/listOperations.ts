import type { ApiDocument, ApiOperation } from '../../../endpoints/apiDocument/contract'

/** An operation where it stands in the document. */
export type ListedOperation = { method: string; address: string; operation: ApiOperation }
export type ApiSubject = { name: string; title: string; operations: ListedOperation[] }

type Choice = {
  /** Words that all must stand in method, address or title. */
  text: string
  /** Only what this role may do; `null` for everything. */
  role: string | null
}

/** The operations by subject, as far as they are looked for; a subject without any is left out. */
export function listOperations({ document, text, role }: { document: ApiDocument } & Choice): ApiSubject[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const all = operationsOf(document).filter((one) => isMine(one, role) && hasWords(one, words))
  return document.tags
    .map(({ name, description }) => ({
      name,
      title: description,
      operations: all.filter(({ operation }) => operation.tags[0] === name),
    }))
    .filter(({ operations }) => operations.length > 0)
}

function operationsOf({ paths }: ApiDocument): ListedOperation[] {
  return Object.entries(paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      address,
      operation,
    })),
  )
}

function isMine({ operation }: ListedOperation, role: string | null): boolean {
  const roles = operation['x-roles']
  return role === null || roles === 'anybody' || (roles[role] ?? 'none') !== 'none'
}

function hasWords({ method, address, operation }: ListedOperation, words: readonly string[]): boolean {
  const shown = `${method} ${address} ${operation.summary}`.toLowerCase()
  return words.every((word) => shown.includes(word))
}
