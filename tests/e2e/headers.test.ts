import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

const csv = fileURLToPath(new URL('../fixtures/samples/crm-2025-kw52.csv', import.meta.url))

let browser: Browser
let admin: Person
const violations: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  watch(admin.page)
})

afterAll(() => browser.close())

/** What the browser refuses for the policy, it says in its console. */
function watch(page: Page): void {
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(`${page.url()}: ${message.text()}`)
  })
}

async function firstId(path: string): Promise<string> {
  return admin.page.evaluate(async (url) => (await (await fetch(url)).json()).docs[0].id, path)
}

const settle = (page: Page) => page.waitForLoadState('networkidle')

describe.sequential('the policy of pages', () => {
  test('lets the login page, lists, views and forms work', async () => {
    const guest = await browser.newPage({ baseURL: inject('address') })
    watch(guest)
    for (const path of ['/admin/login', '/admin/forgot']) {
      await guest.goto(path)
      await guest.waitForSelector('form input')
      await settle(guest)
    }
    await guest.fill('#field-email', 'nobody@example.org')
    const answered = guest.waitForResponse('**/api/users/forgot-password')
    await guest.click('button[type=submit]')
    expect((await answered).status()).toBe(200)
    await guest.close()
    const { page } = admin
    for (const path of [
      '/admin/import',
      '/admin/icd',
      '/admin/codierung',
      '/admin/konto',
      '/admin/schnittstelle',
      '/admin/account',
      '/admin/globals/settings',
      '/admin/collections/users',
      '/admin/collections/users/create',
      '/admin/collections/imports',
      '/admin/protokoll',
    ]) {
      await page.goto(path)
      await page.waitForSelector('h1, h2')
      await settle(page)
    }
    expect(violations).toEqual([])
  })

  test('lets the charts be drawn and the report be looked at', async () => {
    const { page } = admin
    await page.goto('/admin')
    await page.waitForSelector('svg.recharts-surface path')
    await settle(page)
    await page.goto('/admin/berichtswesen')
    await page.waitForSelector('table')
    await settle(page)
    expect(violations).toEqual([])
  })

  test('lets a list be filtered and a case be edited, with its rich text', async () => {
    const { page } = admin
    await page.goto('/admin/collections/cases')
    await page.waitForSelector('table tbody tr')
    await page.click('#toggle-list-filters')
    await page.click('.where-builder button')
    await page.click('.where-builder .react-select >> nth=0')
    await page.keyboard.type('Nach')
    await page.keyboard.press('Enter')
    await settle(page)
    await page.goto(`/admin/collections/cases/${await firstId('/api/cases?limit=1&depth=0')}`)
    const tab = page.locator('.tabs-field__tab-button')
    await tab.first().waitFor()
    for (let index = 0; index < (await tab.count()); index += 1) await tab.nth(index).click()
    const editor = page.locator('[contenteditable=true]').first()
    await editor.click()
    await page.keyboard.type('Eine Notiz / mit ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('Fettem')
    await page.click('#action-save')
    await page.waitForSelector('.payload-toast-container [data-sonner-toast], .toast-success')
    // Not until the network is idle: answers that must not be kept and that the page does not read never count as ended.
    await page.waitForTimeout(1_000)
    expect(violations).toEqual([])
  })

  test('lets a file be dropped, and what was noted of it be read', async () => {
    const { page } = admin
    await page.goto('/admin/import')
    await page.setInputFiles('input[type=file]', csv)
    await page.waitForURL('**/admin/import/*')
    await page.waitForSelector('table tbody tr')
    await settle(page)
    const id = await firstId('/api/imports?limit=1&depth=0')
    await page.goto(`/admin/collections/imports/${id}`)
    await page.waitForSelector('pre')
    await settle(page)
    expect(violations).toEqual([])
  })

  test('runs nothing that was slipped into a page', async () => {
    const { page } = admin
    await page.goto('/admin')
    await page.waitForSelector('svg.recharts-surface')
    const ran = await page.evaluate(async () => {
      const slipped = document.createElement('div')
      slipped.innerHTML =
        '<img src="data:," onerror="window.slipped = true"><a href="javascript:window.slipped = true">x</a>'
      document.body.append(slipped)
      slipped.querySelector('a')?.click()
      await new Promise((resolve) => setTimeout(resolve, 500))
      return 'slipped' in window
    })
    expect(ran).toBe(false)
    expect(violations.length).toBeGreaterThan(0)
    violations.length = 0
  })

  test('no page complained of anything else', () => {
    expect(admin.errors).toEqual([])
  })
})

describe('headers', () => {
  const ask = (path: string, init?: RequestInit) =>
    fetch(`${inject('address')}${path}`, { redirect: 'manual', ...init })
  const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? ''

  test('stand on pages, files, the API and what is not there', async () => {
    const page = await (await ask('/admin/login')).text()
    const script = /src="(\/_next\/static\/[^"]+\.js[^"]*)"/.exec(page)?.[1] ?? ''
    for (const path of [
      '/',
      '/admin/login',
      script,
      '/api/health',
      '/api/cases',
      '/api/nothing',
      '/nothing',
    ]) {
      const { headers } = await ask(path)
      expect(Object.fromEntries(headers), path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
      expect(headers.has('x-powered-by')).toBe(false)
    }
  })

  test('of the icon say that it is a picture, which pages name as theirs', async () => {
    for (const path of ['/admin/login', '/registrieren'])
      expect((await (await ask(path)).text()).match(/<link rel="icon"[^>]*>/g), path).toEqual([
        expect.stringContaining('href="/icon.svg"'),
      ])
    const icon = await ask('/icon.svg')
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  })

  test('of a page allow scripts by a nonce that is new each time, and no frame around it', async () => {
    const [one, other] = [await ask('/admin/login'), await ask('/admin/login')]
    const nonces = [one, other].map((answer) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1])
    expect(new Set(nonces).size).toBe(2)
    expect(policyOf(one)).toMatch(/script-src [^;]*'strict-dynamic'/)
    expect(policyOf(one)).not.toMatch(/script-src [^;]*'unsafe/)
    expect(policyOf(one)).toContain("frame-ancestors 'none'")
    const scripts = (await one.text()).match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonces[0]}"`))).toEqual([])
  })

  test('of the API forbid to keep or to run an answer', async () => {
    const answer = await ask('/api/users/me')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(policyOf(answer)).toContain("default-src 'none'")
  })

  test('cannot tell the portal a false address', async () => {
    const login = inject('logins').find(({ role }) => role === 'admin')
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-for': '203.0.113.66',
      'x-real-ip': '203.0.113.66',
    }
    const body = JSON.stringify({ email: login?.email, password: login?.password })
    const { token } = (await (await ask('/api/users/login', { method: 'POST', headers, body })).json()) as {
      token: string
    }
    const sessions = await ask('/api/users/sessions', { headers: { authorization: `JWT ${token}` } })
    const { docs } = (await sessions.json()) as { docs: { isCurrent: boolean; ip: string }[] }
    expect(docs.find(({ isCurrent }) => isCurrent)?.ip).toMatch(/^(127\.0\.0\.1|::1)$/)
  })

  test('larger bodies than the limit are refused before they are read', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await ask('/api/users/login', {
      method: 'POST',
      headers,
      body: `{"email": "${'x'.repeat(2 ** 20)}"}`,
    })
    expect(answer.status).toBe(413)
  })
})
