import type { FlattenedField, SanitizedConfig } from 'payload'
import { fieldRulesOf, isFromTable } from '../access/accessOf'
import * as table from '../access/rolesTable'
import { type Door, doorsOf, ruleOfDoor } from './doors'

/** The table of roles names everything there is and nothing else, and no rule of access stands anywhere else. */
export function ensureTableIsWhole(config: SanitizedConfig): void {
  const troubles = [
    ...differences({ kind: 'collection', there: slugsOf(config.collections), named: table.collections }),
    ...differences({ kind: 'global', there: slugsOf(config.globals), named: table.globals }),
    ...differences({
      kind: 'view',
      there: Object.keys(config.admin.components?.views ?? {}),
      named: table.views,
    }),
    ...differences({ kind: 'document view', there: documentViewsOf(config), named: table.documentViews }),
    ...doorTroubles(config),
    ...config.collections.flatMap(fieldTroubles),
    ...[...config.collections, ...config.globals].flatMap(strayRules),
    ...Object.entries(config.jobs.access ?? {}).flatMap(([what, access]) =>
      isFromTable(access) ? [] : [`job access ${what}: its rule is not from the table`],
    ),
  ]
  if (troubles.length > 0)
    throw new Error(`The table of roles (src/access/rolesTable.ts):\n  ${troubles.join('\n  ')}`)
}

type Names = { kind: string; there: readonly string[]; named: object }

function differences({ kind, there, named }: Names): string[] {
  return [
    ...there.filter((name) => !Object.hasOwn(named, name)).map((name) => `${kind} ${name} is not in it`),
    ...Object.keys(named)
      .filter((name) => !there.includes(name))
      .map((name) => `${kind} ${name} is in it and does not exist`),
  ]
}

/** What Payload has itself of each document is ruled by the collection. */
const payloadViews = ['default', 'root', 'api', 'versions', 'version', 'livePreview']

function documentViewsOf({ collections }: SanitizedConfig): string[] {
  return collections.flatMap(({ slug, admin }) =>
    Object.keys(admin.components?.views?.edit ?? {})
      .filter((name) => !payloadViews.includes(name))
      .map((name) => `${slug}.${name}`),
  )
}

function slugsOf(parts: readonly { slug: string }[]): string[] {
  return parts.map(({ slug }) => slug)
}

function doorTroubles(config: SanitizedConfig): string[] {
  const doors = doorsOf(config)
  const isOwn = ({ list, index }: Door): boolean => Boolean(list[index]?.custom?.door)
  const kind = 'endpoint'
  return [
    ...differences({ kind, there: namesOf(doors.filter(isOwn)), named: table.endpoints }),
    ...differences({
      kind,
      there: namesOf(doors.filter((door) => !isOwn(door) && !standsWithItsLike(door))),
      named: table.payloadEndpoints,
    }),
    ...namesOf(doors.filter((door) => !ruleOfDoor(door))).map((name) => `endpoint ${name} has no rule`),
  ]
}

/** Whether it stands under the row of its like in every collection or global, and has none of its own. */
function standsWithItsLike({ name, of }: Door): boolean {
  if (!of || Object.hasOwn(table.payloadEndpoints, name)) return false
  return Object.hasOwn(of.kind === 'collections' ? table.collectionEndpoints : table.globalEndpoints, of.name)
}

function namesOf(doors: readonly Door[]): string[] {
  return doors.map(({ name }) => name)
}

type Part = SanitizedConfig['collections'][number] | SanitizedConfig['globals'][number]

function strayRules({ slug, access, flattenedFields }: Part): string[] {
  const strays = [
    ...functionsOf(access),
    // What Payload itself hides from everyone, such as hashes, is written by its own code alone.
    ...fieldsIn(flattenedFields)
      .filter(({ hidden }) => hidden !== true)
      .flatMap(({ name, access: ofField }) => functionsOf(ofField ?? {}, `${name}.`)),
  ]
  return strays.map((name) => `${slug}: the rule ${name} is not from it`)
}

function functionsOf(access: object, prefix = ''): string[] {
  return Object.entries(access)
    .filter(([, rule]) => rule !== undefined && !isFromTable(rule))
    .map(([what]) => `${prefix}${what}`)
}

function fieldTroubles({ slug, flattenedFields }: Part): string[] {
  if (!Object.hasOwn(table.fields, slug)) return []
  const name = slug as keyof typeof table.fields
  const there = flattenedFields.map((field) => field.name)
  const open = flattenedFields.filter(
    (field) => !isStamp(field) && fieldRulesOf(`${slug}.${field.name}`) && !isFromTable(field.access?.update),
  )
  return [
    ...Object.keys(table.fields[name])
      .filter((field) => field !== '*' && !there.includes(field))
      .map((field) => `field ${slug}.${field} is in it and does not exist`),
    ...open.map((field) => `field ${slug}.${field.name} does not read its rule from it`),
  ]
}

/** What the database sets, whatever a client sends. */
function isStamp({ name }: FlattenedField): boolean {
  return ['id', 'updatedAt'].includes(name)
}

function fieldsIn(fields: readonly FlattenedField[]): FlattenedField[] {
  return fields.flatMap((field) => [
    field,
    ...('flattenedFields' in field ? fieldsIn(field.flattenedFields) : []),
  ])
}
