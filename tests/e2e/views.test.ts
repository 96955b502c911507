import { beforeAll, describe, expect, inject, test } from 'vitest'
import { views } from '../../src/access/rolesTable'

/** Where the views are found, but for the one that says so to whoever may not see another; the configuration says the same, and a page that is not there would be a `404`. */
const paths = {
  dashboard: '/admin',
  importFile: '/admin/import',
  icdQueue: '/admin/icd',
  codingQueue: '/admin/codierung',
  reports: '/admin/berichtswesen',
  invitations: '/admin/einladungen',
  mails: '/admin/mails',
  api: '/admin/schnittstelle',
  auditLog: '/admin/protokoll',
  erasure: '/admin/loeschung',
  security: '/admin/konto',
  login: '/admin/login',
} satisfies Record<Exclude<keyof typeof views, 'unauthorized'>, string>

/** As the page says it; the words alone are among the texts that every page brings. */
const noAccess = '<strong>Kein Zugriff</strong>'
type Caller = { name: string; token?: string; role?: 'admin' | 'dak_mitarbeiter' }
const callers: Caller[] = [
  { name: 'nobody' },
  { name: 'an invented token', token: 'eyJhbGciOiJIUzI1NiJ9.e30.x' },
]

async function logIn({ email, password }: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${inject('address')}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return ((await answer.json()) as { token: string }).token
}

beforeAll(async () => {
  for (const { email, password, role } of inject('logins'))
    if (role === 'admin' || role === 'dak_mitarbeiter')
      callers.push({ name: role, role, token: await logIn({ email, password }) })
})

/** A page as it comes over the line, redirects told and not followed. */
async function pageFor({ token }: Caller, path: string) {
  const answer = await fetch(`${inject('address')}${path}`, {
    redirect: 'manual',
    // A cookie counts for what the browser itself asks for.
    headers: {
      'accept-language': 'de',
      'sec-fetch-site': 'none',
      ...(token ? { cookie: `payload-token=${token}` } : {}),
    },
  })
  const html = await answer.text()
  // A page that is already being sent is told to the browser to be left.
  const leave = /NEXT_REDIRECT;\w+;([^;]+);/.exec(html)?.[1]
  return { status: answer.status, html, target: answer.headers.get('location') ?? leave ?? null }
}

describe('every view over HTTP', () => {
  test.each(Object.entries(paths))(
    '%s is shown to whom the table lets in, and to nobody else',
    async (name, path) => {
      const { roles } = views[name as keyof typeof paths]
      for (const caller of callers) {
        const { status, html, target } = await pageFor(caller, path)
        const isLetIn = roles === 'anybody' || (caller.role !== undefined && roles.includes(caller.role))
        if (!caller.role && name !== 'login') {
          expect(target, caller.name).toMatch(/\/admin\/login/)
          continue
        }
        expect([200, 307], caller.name).toContain(status)
        // Whoever is signed in is sent on from the page to sign in.
        if (name === 'login' && caller.role) expect(target, caller.name).toMatch(/\/admin$/)
        else expect(html.includes(noAccess), caller.name).toBe(!isLetIn)
        expect(html, caller.name).toMatch(/<title>(?!Payload)[^<]+ · DAK Zweitmeinungs-Portal<\/title>/)
      }
    },
  )
})
