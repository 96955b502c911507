import config from '@payload-config'
import type { CollectionSlug, GlobalSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as table from '../../src/access/rolesTable'
import type { Rule } from '../../src/access/rule'
import { stopClock } from './authenticator'
import { inputLiteral, type SchemaTypes, schemaTypes } from './graphqlInput'
import { inviteEveryone, outcomeOf, type Person } from './people'
import { type Portal, startPortal } from './portal'

let portal: Portal
let people: Record<string, Person>
let types: SchemaTypes

const names = ['nobody', 'gone', 'notEnrolled', 'oldPassword', 'dak', 'admin'] as const
const operations = ['read', 'create', 'update', 'delete'] as const
const nowhere = '00000000-0000-7000-8000-000000000000'

beforeAll(async () => {
  stopClock()
  portal = await startPortal()
  people = await inviteEveryone(portal)
  vi.useRealTimers()
  types = await schemaTypes(portal, people.admin?.login)
})

afterAll(() => portal.stop())

const person = (name: string): Person => people[name] as Person
const rulesOf = (slug: string): table.CollectionRules =>
  table.collections[slug as keyof typeof table.collections]

/** Where the rule leaves rows, what is not among them is `403` like anything else, or nothing. */
function isAsExpected(expected: string, found: string): boolean {
  return expected === 'rows' ? /^(open|403 forbidden)$/.test(found) : found === expected
}

describe('GraphQL does what the table says', () => {
  for (const name of names) {
    test(`to ${name}`, async () => {
      const wrong: string[] = []
      const ask = async (query: string, rule: Rule) => {
        const { body } = await portal.graphql(query, { as: person(name).login })
        const { statusCode, code } = body.errors?.[0]?.extensions ?? {}
        expect(statusCode ?? 404, `${query} ${JSON.stringify(body)}`).toBeLessThan(500)
        const isMalformed = body.errors && statusCode === undefined
        expect(isMalformed ? body.errors[0].message : '', query).toBe('')
        const found = statusCode === 401 || statusCode === 403 ? `${statusCode} ${code}` : 'open'
        const expected = outcomeOf(rule, person(name))
        if (!isAsExpected(expected, found)) wrong.push(`${query}: ${found}, not ${expected}`)
      }
      for (const { slug, singular, plural } of graphqlCollections()) {
        const { read, create, update, delete: remove } = rulesOf(slug)
        const data = inputLiteral(types, `mutation${singular}Input`)
        await ask(`{ ${plural} { totalDocs } }`, read)
        await ask(`{ count${plural} { totalDocs } }`, read)
        await ask(`{ ${singular}(id: "${nowhere}") { id } }`, read)
        await ask(`mutation { create${singular}(data: ${data}) { id } }`, create)
        await ask(`mutation { update${singular}(id: "${nowhere}", data: {}) { id } }`, update)
        await ask(`mutation { delete${singular}(id: "${nowhere}") { id } }`, remove)
      }
      const unlocking = 'mutation { unlockUser(email: "not-enrolled@example.org") }'
      await ask(unlocking, table.collections.users.unlock)
      await ask('{ Setting { mfaPolicy } }', table.globals.settings.read)
      await ask(
        `mutation { updateSetting(data: { imports: { previewDays: 7 }, duplicates: { kvnrDays: 90, minScore: 80 },
          reports: { weekday: _1, hour: 6 }, notifications: { keepDays: 90, gatherMinutes: 30 } }) { mfaPolicy } }`,
        table.globals.settings.update,
      )
      await ask('{ PayloadJobsStat { stats } }', table.globals['payload-jobs-stats'].read)
      await ask(
        'mutation { updatePayloadJobsStat(data: {}) { stats } }',
        table.globals['payload-jobs-stats'].update,
      )
      expect(wrong).toEqual([])
    })
  }

  test('knows nothing of the collections that are internal', () => {
    const slugs = graphqlCollections().map(({ slug }) => slug)
    for (const slug of ['import-blocks', 'mfa-secrets', 'recovery-codes', 'sessions', 'refresh-tokens'])
      expect(slugs).not.toContain(slug)
    expect(slugs).toContain('cases')
  })
})

type Named = { slug: string; singular: string; plural: string }

/** Each collection has a count, named for its plural, and a type of its documents. */
function graphqlCollections(): Named[] {
  return types.fieldsOf('Query').flatMap(({ name }) => {
    const plural = /^count(.+)$/.exec(name)?.[1]
    if (!plural) return []
    const singular = types.fieldsOf(plural).find((field) => field.name === 'docs')?.type ?? ''
    const slug = Object.keys(table.collections).find((one) =>
      [singular, plural].some((word) => isSame(word, one)),
    )
    if (!slug) throw new Error(`GraphQL knows ${plural}, and no collection is of that name.`)
    return [{ slug, singular, plural }]
  })
}

function isSame(word: string, slug: string): boolean {
  return word.toLowerCase() === slug.replaceAll('-', '')
}

describe('the Local API on behalf of someone does what the table says', () => {
  for (const name of names) {
    test(`for ${name}`, async () => {
      const { payload } = portal
      const { login } = person(name)
      const stored = login && (await payload.findByID({ collection: 'users', id: login.user.id }))
      const user = stored ? { ...stored, collection: 'users' as const } : null
      const wrong: string[] = []
      const ask = async (what: string, rule: Rule, pending: Promise<unknown>) => {
        const found = await pending.then(
          () => 'open',
          (error: { status?: number }) => (error.status === 403 || error.status === 401 ? 'closed' : 'open'),
        )
        const expected = outcomeOf({ ...rule, openAt: [] }, person(name))
        const isRight = expected === 'rows' || found === (expected === 'open' ? 'open' : 'closed')
        if (!isRight) wrong.push(`${what}: ${found}, not ${expected}`)
      }
      const shared = { user, overrideAccess: false as const }
      for (const slug of Object.keys(table.collections)) {
        const rules = rulesOf(slug)
        const collection = slug as CollectionSlug
        const one = { ...shared, collection, id: nowhere }
        await ask(`find ${slug}`, rules.read, payload.find({ ...shared, collection, limit: 1 }))
        await ask(`count ${slug}`, rules.read, payload.count({ ...shared, collection }))
        await ask(
          `distinct ${slug}`,
          rules.read,
          payload.findDistinct({ ...shared, collection, field: 'id' }),
        )
        await ask(`findByID ${slug}`, rules.read, payload.findByID(one))
        await ask(
          `create ${slug}`,
          rules.create,
          payload.create({ ...shared, collection, data: {} as never }),
        )
        await ask(`update ${slug}`, rules.update, payload.update({ ...one, data: {} }))
        await ask(`delete ${slug}`, rules.delete, payload.delete(one))
      }
      for (const [slug, rules] of Object.entries(table.globals)) {
        const global = { ...shared, slug: slug as GlobalSlug }
        await ask(`findGlobal ${slug}`, rules.read, payload.findGlobal(global))
        await ask(`updateGlobal ${slug}`, rules.update, payload.updateGlobal({ ...global, data: {} }))
      }
      expect(wrong).toEqual([])
    })
  }
})

test('what the panel is told one may do is what the table says', async () => {
  for (const name of ['dak', 'admin']) {
    const { body } = await portal.call('GET', '/api/access', { as: person(name).login })
    expect(body.canAccessAdmin).toBe(true)
    for (const slug of Object.keys(table.collections)) {
      for (const operation of operations) {
        const expected = outcomeOf(rulesOf(slug)[operation], person(name))
        const told = Boolean(body.collections?.[slug]?.[operation])
        expect([slug, operation, told]).toEqual([slug, operation, ['open', 'rows'].includes(expected)])
      }
    }
  }
})

test('the panel shows each collection to whom the table says', async () => {
  for (const { slug, admin } of (await config).collections) {
    for (const name of ['dak', 'admin']) {
      const { hidden } = admin
      const isHidden =
        typeof hidden === 'function' ? hidden({ user: person(name).login?.user as never }) : hidden
      expect([slug, name, isHidden === true]).toEqual([
        slug,
        name,
        outcomeOf(rulesOf(slug).panel, person(name)) !== 'open',
      ])
    }
  }
})
