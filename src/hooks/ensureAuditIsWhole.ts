import type { SanitizedConfig } from 'payload'
import {
  type AuditedDocument,
  auditedCollections,
  auditedGlobals,
  technicalDocuments,
} from '../domain/audit/auditedDocuments'

const audited: Readonly<Record<string, AuditedDocument>> = { ...auditedCollections, ...auditedGlobals }

/** Of every collection and global, and of every field of one, it is said whether its writes are written down. */
export function ensureAuditIsWhole(config: SanitizedConfig): void {
  const parts = [...config.collections, ...config.globals]
  const known = [...Object.keys(audited), ...Object.keys(technicalDocuments)]
  const troubles = [
    ...parts.flatMap(troublesOf),
    ...known
      .filter((name) => !parts.some(({ slug }) => slug === name))
      .map((name) => `${name} is in it and does not exist`),
  ]
  if (troubles.length > 0)
    throw new Error(`What is audited (src/domain/audit/auditedDocuments.ts):\n  ${troubles.join('\n  ')}`)
}

type Part = SanitizedConfig['collections'][number] | SanitizedConfig['globals'][number]

function troublesOf({ slug, flattenedFields }: Part): string[] {
  const isTechnical = Object.hasOwn(technicalDocuments, slug)
  const document = Object.hasOwn(audited, slug) ? audited[slug] : undefined
  if (document && isTechnical) return [`${slug} is both audited and technical`]
  if (!document) return isTechnical ? [] : [`${slug} is neither audited nor named as technical`]
  const there = flattenedFields.map(({ name }) => name).filter((name) => !stamps.has(name))
  const named = [...document.fields, ...document.never]
  return [
    ...there.filter((name) => !named.includes(name)).map((name) => `the field ${slug}.${name} is not in it`),
    ...named
      .filter((name) => !there.includes(name))
      .map((name) => `the field ${slug}.${name} is in it and does not exist`),
  ]
}

/** What every document has. */
const stamps = new Set(['id', 'createdAt', 'updatedAt'])
