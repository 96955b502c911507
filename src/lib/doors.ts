import type { Endpoint, SanitizedConfig } from 'payload'
import * as table from '../access/rolesTable'
import type { Rule } from '../access/rule'

/** A REST endpoint by its method and address, and where Payload's configuration holds it. */
export type Door = {
  name: string
  list: Endpoint[]
  index: number
  /** The collection or global it belongs to, and its method and path there. */
  of: { kind: 'collections' | 'globals'; slug: string; name: string } | null
}

/** Every REST endpoint there is, Payload's own among them. */
export function doorsOf(config: SanitizedConfig): Door[] {
  const list = config.endpoints
  return [
    ...list.map((endpoint, index) => ({ name: nameOf(endpoint, '/api'), list, index, of: null })),
    ...config.collections.flatMap((part) => doorsOfPart({ kind: 'collections', part, prefix: '/api' })),
    ...config.globals.flatMap((part) => doorsOfPart({ kind: 'globals', part, prefix: '/api/globals' })),
  ]
}

/** The rule of a door: its own row of the table, or that of its collection's operation; none where there is no row. */
export function ruleOfDoor({ name, list, index, of }: Door): Rule | undefined {
  if (list[index]?.custom?.door) return rowOf<Rule>(table.endpoints, name)
  const named = rowOf<Rule>(table.payloadEndpoints, name)
  if (named || !of) return named
  const [each, parts] =
    of.kind === 'collections'
      ? [table.collectionEndpoints, table.collections]
      : [table.globalEndpoints, table.globals]
  const row = rowOf<table.Operation | Rule>(each, of.name)
  if (typeof row !== 'string') return row
  const rules = rowOf<Partial<Record<table.Operation, Rule>>>(parts, of.slug)?.[row]
  // What is open at a gate has doors of its own.
  return rules && { ...rules, openAt: [] }
}

/** Method and path of a door as Payload wants them: below its collection, if its address begins with one. */
export function pathBehind(door: keyof typeof table.endpoints): Pick<Endpoint, 'method' | 'path'> {
  const [method, address] = door.split(' /api/') as [string, string]
  const [first = '', ...rest] = address.split('/')
  return {
    method: method.toLowerCase() as Endpoint['method'],
    path: Object.hasOwn(table.collections, first) ? `/${rest.join('/')}` : `/${address}`,
  }
}

type Part = { slug: string; endpoints?: Endpoint[] | false }
type DoorsOfPart = { kind: 'collections' | 'globals'; part: Part; prefix: string }

function doorsOfPart({ kind, part: { slug, endpoints }, prefix }: DoorsOfPart): Door[] {
  const list = endpoints || []
  return list.map((endpoint, index) => ({
    name: nameOf(endpoint, `${prefix}/${slug}`),
    list,
    index,
    of: { kind, slug, name: nameOf(endpoint, '') },
  }))
}

/** The root of a collection has the address of the collection. */
function nameOf({ method, path }: Endpoint, prefix: string): string {
  const address = prefix && path === '/' ? prefix : `${prefix}${path}`
  return `${method.toUpperCase()} ${address}`
}

function rowOf<Row>(rows: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(rows, name) ? rows[name] : undefined
}
