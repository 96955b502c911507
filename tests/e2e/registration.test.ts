import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from 'otplib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'
import { readPicture } from './readPicture'

const screenshots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const password = 'drei blaue dächer im regen'
const bound = 'eva.neumann@klinik.example'

let browser: Browser
let admin: Person
let context: BrowserContext
let page: Page
let secret: string
const errors: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  context = await newContext()
  page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
})

afterAll(() => browser.close())

function newContext(locale = 'de-DE'): Promise<BrowserContext> {
  return browser.newContext({ baseURL: inject('address'), locale, viewport: { width: 1400, height: 1000 } })
}

async function register(target: Page, { email, name }: { email?: string; name: string }): Promise<void> {
  await target.fill('#field-username', name)
  if (email) await target.fill('#field-email', email)
  await target.fill('#field-password', password)
  await target.fill('#field-repeated', password)
  await target.click('button[type=submit]')
}

async function enterPassword(target: Page, email: string): Promise<void> {
  await target.goto('/admin/login')
  await target.fill('#field-email', email)
  await target.fill('#field-password', password)
  await target.click('button[type=submit]')
}

const codeIn = (seconds: number) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })

/** The link to a page in a mail that was written to the mail folder, once the job has written it. */
async function mailedLink(to: string, path: string): Promise<string> {
  const folder = join(inject('dataDir'), 'mail')
  for (let attempt = 0; attempt < 120; attempt += 1) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (!name.endsWith('.eml')) continue
      const mail = readFileSync(join(folder, name), 'utf8')
        .replace(/=\r?\n/g, '')
        .replace(/=3D/g, '=')
      const link = new RegExp(`https?://[^\\s"<]*${path}[^\\s"<]*`).exec(mail)?.[0]
      if (link && mail.includes(to)) return link
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`No mail to ${to} leads to ${path}.`)
}

describe.sequential('by an invitation', () => {
  let link: string

  test('an admin makes one and sees its link once', async () => {
    await admin.page.goto('/admin/einladungen')
    await admin.page.fill('#field-email', bound)
    await admin.page.click('button:has-text("Einladung erstellen")')
    link = await admin.page.locator('[role=status] code').innerText()
    expect(link).toContain('/registrieren?einladung=')
    await admin.page.waitForSelector('tr[data-state=active]')
    await admin.page.screenshot({ path: `${screenshots}invitations.png` })
    await admin.page.reload()
    await admin.page.waitForSelector('tr[data-state=active]')
    expect(await admin.page.content()).not.toContain(new URL(link).searchParams.get('einladung'))
    expect(await mailedLink(bound, '/registrieren')).toBe(link)
  })

  test('somebody registers with it, the meter says what is wrong with a bad password', async () => {
    await page.goto(link)
    expect(await page.inputValue('#field-email')).toBe(bound)
    await page.fill('#field-username', 'Eva Neumann')
    await page.fill('#field-password', 'passwort2026')
    await page.waitForSelector('text=zu leicht zu erraten')
    await page.fill('#field-password', 'neumann im garten')
    await page.waitForSelector('text=enthält Ihren Benutzernamen')
    await page.fill('#field-password', password)
    await page.waitForSelector('text=Sehr gutes Passwort')
    await page.screenshot({ path: `${screenshots}registration.png` })
    await page.fill('#field-repeated', `${password} und wind`)
    await page.click('button[type=submit]')
    await page.waitForSelector('[role=alert]:has-text("Die beiden Passwörter sind verschieden")')
    await register(page, { name: 'Eva Neumann' })
    await page.waitForSelector('[role=status]:has-text("Sie können sich jetzt anmelden")')
  })

  test('the link is used up', async () => {
    const other = await newContext()
    const elsewhere = await other.newPage()
    await elsewhere.goto(link)
    await elsewhere.waitForSelector('[role=alert]:has-text("schon benutzt")')
    await other.close()
    await admin.page.reload()
    await admin.page.waitForSelector('tr[data-state=used]:has-text("Eva Neumann")')
  })

  test('they set up a second factor from its picture', async () => {
    await enterPassword(page, bound)
    await page.waitForURL('**/admin')
    await page.goto('/admin/konto')
    await page.click('button:has-text("Zweiten Faktor einrichten")')
    await page.waitForSelector('img[alt^="QR"]')
    secret = new URL(await readPicture(page)).searchParams.get('secret') ?? ''
    await page.fill('#field-code', await codeIn(-30))
    await page.click('button:has-text("Bestätigen")')
    await page.click('button:has-text("Ich habe die Codes aufbewahrt")')
    await page.waitForSelector('text=Eingerichtet.')
  })

  test('they log out, log in with a code, and end the session of another device', async () => {
    await page.goto('/admin/logout')
    await page.waitForURL('**/admin/login**')
    await enterPassword(page, bound)
    await page.fill('#field-totp', await codeIn(0))
    await page.click('button[type=submit]')
    await page.waitForURL('**/admin')
    const other = await newContext()
    const elsewhere = await other.newPage()
    await enterPassword(elsewhere, bound)
    await elsewhere.fill('#field-totp', await codeIn(30))
    await elsewhere.click('button[type=submit]')
    await elsewhere.waitForURL('**/admin')
    await page.goto('/admin/konto')
    await page.click('tr[data-current=false] button')
    await page.waitForSelector('text=Sitzung beendet.')
    await elsewhere.goto('/admin/icd')
    await elsewhere.waitForURL('**/admin/login**')
    await other.close()
  })
})

describe.sequential('by an allowed domain', () => {
  const email = 'jonas.weber@dak.de'

  test('the login page leads there; the account opens with the mail and the password', async () => {
    const other = await newContext()
    const person = await other.newPage()
    person.on('pageerror', (error) => errors.push(error.message))
    await person.goto('/admin/login')
    await person.click('a[href="/registrieren"]')
    await person.waitForURL('**/registrieren')
    await register(person, { email, name: 'Jonas Weber' })
    await person.waitForSelector('[role=status]:has-text("bestätigen")')
    await enterPassword(person, email)
    await person.waitForSelector('[role=alert]:has-text("Bitte bestätigen Sie zuerst Ihre Adresse")')
    await person.goto(await mailedLink(email, '/bestaetigen'))
    await person.fill('#field-password', 'nicht das richtige')
    await person.click('button[type=submit]')
    await person.waitForSelector('[role=alert]:has-text("stimmt nicht")')
    await person.fill('#field-password', password)
    await person.click('button[type=submit]')
    await person.waitForSelector('[role=status]:has-text("geöffnet")')
    await enterPassword(person, email)
    await person.waitForURL('**/admin')
    await other.close()
  })

  test('another domain is refused with what to do, in English for whom that suits', async () => {
    const other = await newContext('en-GB')
    const person = await other.newPage()
    await person.goto('/registrieren')
    expect(await person.getAttribute('html', 'lang')).toBe('en')
    await register(person, { email: 'x@elsewhere.example', name: 'Xaver Elsner' })
    await person.waitForSelector('[role=alert]:has-text("ask for an invitation")')
    await other.close()
  })

  test('a forgotten password is set anew from the panel’s page', async () => {
    const other = await newContext()
    const person = await other.newPage()
    // A form that the page has not taken over yet is sent by the browser itself, and asks for nothing.
    await person.goto('/admin/forgot', { waitUntil: 'networkidle' })
    await person.fill('input[name=email]', email)
    await person.click('button[type=submit]')
    await person.goto(await mailedLink(email, '/admin/reset/'))
    const fresh = 'vier rote dächer im schnee'
    await person.fill('#field-password', fresh)
    await person.waitForSelector('text=Sehr gutes Passwort')
    await person.fill('#field-confirm-password', fresh)
    await person.click('button[type=submit]')
    await person.waitForURL('**/admin')
    await other.close()
  })
})

test('no page threw an error', () => {
  expect(errors).toEqual([])
  expect(admin.errors).toEqual([])
})
