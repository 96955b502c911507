import { fileURLToPath } from 'node:url'
import { generate } from 'otplib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, signIn } from './openBrowser'
import { readPicture } from './readPicture'

const screenshots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const account = {
  email: 'neu@example.org',
  first: 'Ein-erstes-Passwort-2026',
  password: 'Ein-eigenes-Passwort-2026',
}

let browser: Browser
let context: BrowserContext
let page: Page
let secret: string
let recoveryCodes: string[]
const errors: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  const admin = await signIn({ browser, role: 'admin' })
  const status = await admin.page.evaluate(async ({ email, first }) => {
    const body = {
      email,
      username: 'neu',
      password: first,
      role: 'dak_mitarbeiter',
      mustChangePassword: true,
    }
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/users', { method: 'POST', headers, body: JSON.stringify(body) })).status
  }, account)
  expect(status).toBe(201)
  await admin.context.close()
  context = await newContext()
  page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
})

afterAll(() => browser.close())

function newContext(): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: inject('address'),
    locale: 'de-DE',
    viewport: { width: 1400, height: 1000 },
  })
}

async function enterPassword(target: Page, password: string): Promise<void> {
  await target.goto('/admin/login')
  await target.fill('#field-email', account.email)
  await target.fill('#field-password', password)
  await target.click('button[type=submit]')
}

async function enterCode(target: Page, code: string): Promise<void> {
  await target.fill('#field-totp', code)
  await target.click('button[type=submit]')
}

const codeIn = (seconds: number) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })

describe.sequential('a new account', () => {
  test('changes its password before anything else', async () => {
    await enterPassword(page, account.first)
    await page.waitForURL('**/admin/konto')
    await page.waitForSelector('h1:has-text("ändern Sie Ihr Passwort")')
    for (const path of ['/admin', '/admin/icd', '/admin/collections/cases']) {
      await page.goto(path)
      await page.waitForURL('**/admin/konto')
    }
    await page.fill('#field-currentPassword', account.first)
    await page.fill('#field-newPassword', account.password)
    await page.fill('#field-repeated', `${account.password}!`)
    await page.click('button[type=submit]')
    await page.waitForSelector('[role=alert]:has-text("verschieden")')
    await page.fill('#field-repeated', account.password)
    await page.click('button[type=submit]')
    await page.waitForURL('**/admin')
  })

  test('sets up a second factor from the picture', async () => {
    await page.goto('/admin/konto')
    await page.click('button:has-text("Zweiten Faktor einrichten")')
    await page.waitForSelector('img[alt^="QR"]')
    secret = new URL(await readPicture(page)).searchParams.get('secret') ?? ''
    expect((await page.locator('code').innerText()).replace(/\s/g, '')).toBe(secret)
    await page.screenshot({ path: `${screenshots}second-factor.png` })
    await page.fill('#field-code', await codeIn(-30))
    await page.click('button:has-text("Bestätigen")')
    await page.waitForSelector('text=Ihre Wiederherstellungscodes')
    recoveryCodes = await page
      .locator('main li, section li')
      .filter({ hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ })
      .allInnerTexts()
    expect(recoveryCodes).toHaveLength(10)
    await page.click('button:has-text("Ich habe die Codes aufbewahrt")')
    await page.waitForSelector('text=Eingerichtet.')
  })

  test('logs in with password and code, and not with a wrong one', async () => {
    await page.goto('/admin/logout')
    await page.waitForURL('**/admin/login**')
    await enterPassword(page, account.password)
    await page.waitForSelector('#field-totp')
    await enterCode(page, '000000')
    await page.waitForSelector('[role=alert]:has-text("Code stimmen nicht")')
    await enterCode(page, await codeIn(0))
    await page.waitForURL('**/admin')
  })

  test('sees its sessions and ends another, which was opened with a recovery code', async () => {
    const other = await newContext()
    const elsewhere = await other.newPage()
    await enterPassword(elsewhere, account.password)
    await elsewhere.waitForSelector('#field-totp')
    await enterCode(elsewhere, recoveryCodes[0] ?? '')
    await elsewhere.waitForURL('**/admin')
    await page.goto('/admin/konto')
    await page.waitForSelector('tr[data-current=false]')
    await page.screenshot({ path: `${screenshots}account.png` })
    expect(await page.locator('tr[data-current]').count()).toBe(2)
    expect(await page.locator('tr[data-current=true]').innerText()).toMatch(/Chrome \d+ · Linux/)
    await page.click('tr[data-current=false] button')
    await page.waitForSelector('text=Sitzung beendet.')
    await page.waitForFunction(() => document.querySelectorAll('tr[data-current]').length === 1)
    await elsewhere.goto('/admin/icd')
    await elsewhere.waitForURL('**/admin/login**')
    await other.close()
  })

  test('is kept signed in while it types', async () => {
    await page.clock.install()
    await page.goto('/admin/icd')
    await page.waitForSelector('tbody tr input')
    const refreshed: number[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('/refresh-token')) refreshed.push(response.status())
    })
    await page.keyboard.press('Tab')
    await page.clock.fastForward('03:00')
    await page.keyboard.press('Tab')
    expect(refreshed).toEqual([])
    await page.clock.fastForward('04:00')
    const renewal = page.waitForResponse((response) => response.url().endsWith('/refresh-token'))
    await page.keyboard.press('Tab')
    expect((await renewal).status()).toBe(200)
    expect(page.url()).toContain('/admin/icd')
  })

  test('no page threw an error', () => {
    expect(errors).toEqual([])
  })
})
