import config from '@payload-config'
import { type ComponentType, isValidElement, type ReactElement, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import * as table from '../../src/access/rolesTable'
import { NoAccess } from '../../src/components/views/NoAccess'
import { PortalPage } from '../../src/components/views/PortalPage'
import { outcomeOf, type Person } from './people'

vi.setConfig({ testTimeout: 120_000 })

type View = (props: object) => ReactNode

const account = { id: 'x', isActive: true, role: 'dak_mitarbeiter' as const }
const login = (user: object) => ({ token: '', user }) as never
const people: (Person & { user: object | null })[] = [
  { name: 'nobody', user: null },
  ...[
    { name: 'DAK', user: account, role: account.role },
    { name: 'admin', user: { ...account, role: 'admin' }, role: 'admin' as const },
    {
      name: 'DAK not enrolled',
      user: { ...account, mfaEnrolmentRequired: true },
      role: account.role,
      gate: 'mfaEnrolmentRequired' as const,
    },
    {
      name: 'DAK with a password to change',
      user: { ...account, mustChangePassword: true },
      role: account.role,
      gate: 'passwordChangeRequired' as const,
    },
    { name: 'deactivated', user: { ...account, isActive: false }, role: account.role, isDeactivated: true },
  ].map((person) => ({ ...person, login: login(person.user) })),
]

/** Those that tell everybody what they tell. */
const public_ = ['login', 'unauthorized']

test.each(Object.keys(table.views).filter((name) => !public_.includes(name)))(
  'the view %s shows itself to whom the table says, and nothing of itself to anybody else',
  async (name) => {
    const views = (await config).admin.components?.views as Record<string, { Component: string }>
    const [path = '', exported = ''] = views[name]?.Component.split('#') ?? []
    const module: Record<string, View> = await import(
      /* @vite-ignore */ new URL(`../..${path}.tsx`, import.meta.url).href
    )
    for (const person of people) {
      const found = await shownBy(module[exported] as View, person.user)
      const expected = outcomeOf(table.views[name as keyof typeof table.views], person)
      if (expected === 'open') expect(found, person.name).toBe('shown')
      // Payload's own page, around the dashboard, sends whoever has to go elsewhere there.
      else if (name === 'dashboard') expect(found, person.name).toBe('no access')
      else if (person.isDeactivated) expect(found, person.name).toBe('no access')
      else if (expected.startsWith('401')) expect(found, person.name).toMatch('/admin/login')
      else if (person.gate) expect(found, person.name).toMatch('/admin/konto')
      else expect(found, person.name).toBe('no access')
    }
  },
)

test.each(Object.entries(table.documentViews))(
  'the view %s of a document shows itself to whom the table says',
  async (name, rule) => {
    const [slug = '', view = ''] = name.split('.')
    const collection = (await config).collections.find((one) => one.slug === slug)
    const views = collection?.admin.components?.views?.edit as unknown as Record<string, DocumentView>
    const { Component, tab } = views[view] as DocumentView
    const [path = '', exported = ''] = Component.split('#')
    const module: Record<string, View> = await import(
      /* @vite-ignore */ new URL(`../..${path}.tsx`, import.meta.url).href
    )
    for (const person of people) {
      const isOpen = outcomeOf(rule, person) === 'open'
      expect(await shownBy(module[exported] as View, person.user), person.name).toBe(
        isOpen ? 'shown' : 'no access',
      )
      expect(tab.condition({ req: { user: person.user } }), person.name).toBe(isOpen)
    }
  },
)

type DocumentView = { Component: string; tab: { condition(call: object): boolean } }

async function shownBy(View: View, user: object | null): Promise<string> {
  const payload = { config: await config }
  const props = {
    i18n: { language: 'de' },
    initPageResult: {
      req: { user, payload },
      permissions: { canAccessAdmin: user !== null },
      visibleEntities: { collections: [], globals: [] },
    },
    payload,
    params: {},
    searchParams: {},
    doc: { id: 'x' },
  }
  try {
    const types = typesIn(View(props))
    return types.has(NoAccess) ? 'no access' : 'shown'
  } catch (error) {
    if (error instanceof Error && 'digest' in error) return String(error.digest)
    throw error
  }
}

/** Every component in what a view renders, the frame of the portal's pages opened. */
function typesIn(node: ReactNode, found = new Set<unknown>()): Set<unknown> {
  if (Array.isArray(node)) for (const one of node) typesIn(one, found)
  if (!isValidElement(node)) return found
  const { type, props } = node as ReactElement<{ children?: ReactNode }>
  found.add(type)
  const isFrame = type === PortalPage || (type as ComponentType).name === 'PanelFrame'
  return typesIn(isFrame ? (type as View)(props) : props.children, found)
}
