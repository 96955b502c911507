import type { SanitizedConfig } from 'payload'
import * as table from '../../access/rolesTable'
import type { Rule } from '../../access/rule'
import { type Door, doorsOf, ruleOfDoor } from '../doors'

/** A door at one of its addresses, `/api/cases/{id}`. */
export type DocumentedDoor = { door: Door; rule: Rule; method: string; address: string }

/**
 * The doors that somebody can get through; what stands behind another of the same address is reached by nobody. Asking
 * what one may do with a collection that is closed is left out; the answer is nothing.
 */
export function documentedDoors(config: SanitizedConfig): DocumentedDoor[] {
  const before: { method: string; matches: RegExp }[] = []
  return doorsOf(config).flatMap((door) => {
    const [method = '', path = ''] = door.name.split(' ')
    const rule = ruleOfDoor(door)
    const reached = addressesOf(path).filter(
      (address) => !before.some((one) => one.method === method && one.matches.test(address)),
    )
    before.push(...reached.map((address) => ({ method, matches: matching(address) })))
    if (!rule || !isOpen(rule) || asksOfClosed(door)) return []
    return reached.map((address) => ({ door, rule, method, address }))
  })
}

/** `/api/cases/access/:id?` are two addresses: OpenAPI has no parameter in them that may be left out. */
function addressesOf(path: string): string[] {
  const whole = path.replace(/:(\w+)\??/g, '{$1}')
  const optional = /^(.*)\/:\w+\?$/.exec(path)?.[1]
  return optional ? [optional, whole] : [whole]
}

/** Every address that a door takes before those that come later, other names of its parameters among them. */
function matching(address: string): RegExp {
  return new RegExp(`^${address.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
}

function isOpen(rule: Rule): boolean {
  return rule.roles === 'anybody' || rule.roles.length > 0 || rule.rows !== undefined
}

function asksOfClosed({ of }: Door): boolean {
  if (!of?.name.startsWith('POST /access')) return false
  const rules: Partial<Record<string, Partial<Record<table.Operation, Rule>>>> =
    of.kind === 'collections' ? table.collections : table.globals
  const { read, create, update, delete: remove } = rules[of.slug] ?? {}
  return ![read, create, update, remove].some((rule) => rule && isOpen(rule))
}
