import type { Access } from 'payload'
import { hasRole, type MaybeUser } from './hasRole'
import * as table from './rolesTable'
import { isAllowed, nobody, type Rule } from './rule'

export type CollectionName = keyof typeof table.collections
export type GlobalName = keyof typeof table.globals

type Call = { req: { user: MaybeUser } }

const made = new WeakSet<object>()

/** The rules of a collection as Payload asks for them. */
export function accessOf(name: CollectionName) {
  const { read, create, update, ...rules }: table.CollectionRules = table.collections[name]
  return {
    read: accessBy(read),
    readVersions: accessBy(nobody),
    create: accessBy(create),
    update: accessBy(update),
    delete: accessBy(rules.delete),
    unlock: accessBy(rules.unlock ?? nobody),
    ...(rules.admin ? { admin: allowedBy(rules.admin) } : {}),
  }
}

/** The rules of a global as Payload asks for them. */
export function globalAccessOf(name: GlobalName) {
  const { read, update } = table.globals[name]
  return { read: allowedBy(read), readVersions: allowedBy(nobody), update: allowedBy(update) }
}

/** Who runs, queues and cancels jobs from outside. */
export const jobsAccess = {
  run: allowedBy(table.jobs.run),
  queue: allowedBy(table.jobs.queue),
  cancel: allowedBy(table.jobs.cancel),
}

export type RuledFieldName = {
  [Name in keyof typeof table.fields]: `${Name}.${string}`
}[keyof typeof table.fields]

/** The rules of a field such as `users.role` as Payload asks for them: its own in the table, or those of `*`. */
export function fieldAccessOf(name: RuledFieldName) {
  const rules = fieldRulesOf(name)
  if (!rules) throw new Error(`The table of roles has no rule of the field ${name}.`)
  const { read, create, update } = rules
  return { ...(read ? { read: allowedBy(read) } : {}), create: allowedBy(create), update: allowedBy(update) }
}

/** What the table says of a field; nothing where no narrower rules apply to it than to its document. */
export function fieldRulesOf(name: string): table.FieldRules | undefined {
  const [collection = '', field = ''] = name.split('.')
  const ofCollections: Readonly<Record<string, Readonly<Record<string, table.FieldRules>>>> = table.fields
  const rules = Object.hasOwn(ofCollections, collection) ? ofCollections[collection] : undefined
  return rules && (Object.hasOwn(rules, field) ? rules[field] : rules['*'])
}

/** Whether a collection or global is left out of the panel for someone. */
export function hiddenFromPanel(name: CollectionName | GlobalName) {
  const { panel } = { ...table.collections, ...table.globals }[name]
  return panel === nobody || (({ user }: { user: MaybeUser }) => !isAllowed({ rule: panel, user }))
}

/** Whether a function of access was made here, from the table. */
export function isFromTable(access: unknown): boolean {
  return typeof access === 'function' && made.has(access)
}

function accessBy(rule: Rule): Access {
  return noted(({ req }) => {
    const { user } = req
    if (rule.roles === 'anybody' || hasRole(user, ...rule.roles)) return true
    // At a gate it is one's own rows alone, and only where a door asks for them: the portal's own code has none.
    const openAt = req.payloadAPI === 'local' ? [] : rule.openAt
    const isAdmitted = isAllowed({ rule: { ...rule, openAt }, user })
    return isAdmitted && user && rule.rows ? rule.rows(user.id) : false
  })
}

function allowedBy(rule: Rule): (call: Call) => boolean {
  return noted(({ req }) => isAllowed({ rule, user: req.user }))
}

function noted<Asked extends object>(access: Asked): Asked {
  made.add(access)
  return access
}
