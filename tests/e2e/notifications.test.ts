import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

const screenshots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const bell = 'button[aria-label^="Benachrichtigungen"]'
const entries = '[popover] li a'

let browser: Browser
let admin: Person
let staff: Person

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  staff = await signIn({ browser, role: 'dak_mitarbeiter' })
})

afterAll(() => browser.close())

/** Sends something as the person, past the pages. */
const send = (person: Person, [method, path, body]: [string, string, unknown?]): Promise<number> =>
  person.page.evaluate(
    async ([verb, url, json]) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(url, { method: verb, headers, body: json })).status
    },
    [method, path, JSON.stringify(body)] as const,
  )

async function untilUnread(person: Person, count: number): Promise<void> {
  const name = count === 0 ? 'Benachrichtigungen' : `Benachrichtigungen, ${count} ungelesen`
  await person.page.waitForSelector(`button[aria-label="${name}"]`, { timeout: 90_000 })
}

describe.sequential('the bell', () => {
  test('has no number while there is nothing to read, and closes with Escape', async () => {
    // The days of other tests may have brought some.
    expect(await send(staff, ['PUT', '/api/notifications/read-all'])).toBe(200)
    await staff.page.reload()
    await untilUnread(staff, 0)
    await staff.page.click(bell)
    await staff.page.waitForSelector('[popover]:popover-open')
    await staff.page.keyboard.press('Escape')
    expect(await staff.page.locator('[popover]').first().isVisible()).toBe(false)
  })

  test('shows by itself that reports were generated', async () => {
    // A window of its own, whose clock is moved.
    const storageState = await staff.context.storageState()
    const window = await browser.newContext({ baseURL: inject('address'), locale: 'de-DE', storageState })
    const page = await window.newPage()
    await page.clock.install()
    await page.goto('/admin')
    await page.waitForSelector('button[aria-label="Benachrichtigungen"]')
    for (const kw of [4, 5])
      expect(await send(admin, ['POST', '/api/reports/generate', { jahr: 2026, kw }])).toBe(201)
    const told = page.locator('button[aria-label="Benachrichtigungen, 2 ungelesen"]')
    // Half a minute of the page's for each second or so of the server's, which tells every five.
    const askAgain = () => page.clock.runFor(31_000).then(() => told.count())
    await expect.poll(askAgain, { timeout: 60_000, interval: 1_000 }).toBe(1)
    await window.close()
    await staff.page.reload()
    await untilUnread(staff, 2)
    await staff.page.click(bell)
    await staff.page.waitForSelector(entries)
    expect((await staff.page.locator(entries).allInnerTexts()).slice(0, 2)).toEqual([
      expect.stringMatching(/^Bericht KW 05\/2026/),
      expect.stringMatching(/^Bericht KW 04\/2026/),
    ])
    await staff.page.screenshot({ path: `${screenshots}notifications.png` })
    await staff.page.keyboard.press('Escape')
  })

  test('is worked by keyboard: open, go to the entry, follow it, and it is read', async () => {
    const { page } = staff
    await page.focus(bell)
    await page.keyboard.press('Enter')
    await page.waitForSelector(entries)
    expect(await page.getAttribute(bell, 'aria-expanded')).toBe('true')
    // „Alle gelesen“, then the first entry.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Bericht KW 05/2026')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/berichtswesen?jahr=2026&kw=5')
    await untilUnread(staff, 1)
    expect(await page.getAttribute(bell, 'aria-expanded')).toBe('false')
  })

  test('marks all read', async () => {
    const { page } = staff
    await page.click(bell)
    await page.click('[popover] button:has-text("Alle gelesen")')
    await untilUnread(staff, 0)
    expect(await page.locator(`${entries}[data-read=false]`).count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  test('asks every half minute, and not while the page is hidden', async () => {
    const page = await staff.context.newPage()
    await page.clock.install()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/notifications')) asked.push(request.url())
    })
    await page.goto('/admin/berichtswesen')
    await page.waitForSelector(bell)
    await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(0)
    const before = asked.length
    await page.clock.runFor(31_000)
    await expect.poll(() => asked.length).toBe(before + 1)
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await page.clock.runFor(120_000)
    expect(asked.length).toBe(before + 1)
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect.poll(() => asked.length).toBe(before + 2)
    await page.close()
  })
})

describe.sequential('mails', () => {
  test('are shown to admins as they would be sent', async () => {
    const { page } = admin
    await page.goto('/admin/mails')
    await page.waitForSelector('text=Alle E-Mails sind zugestellt.')
    await page.selectOption('select >> nth=0', 'report_ready')
    await page.waitForSelector('h3:has-text("Berichtswesen KW 48/2026")')
    const mail = page.frameLocator('iframe[title^="Berichtswesen"]')
    expect(await mail.locator('body').innerText()).toContain('der Bericht der KW 48/2026 liegt bereit.')
    await page.screenshot({ path: `${screenshots}mails.png` })
  })

  // A job that fails itself, on a busy machine, is tried again after half a minute.
  test('that could not be delivered are shown with the reason, and sent again', {
    timeout: 240_000,
  }, async () => {
    const folder = join(inject('dataDir'), 'mail')
    const away = `${folder}-away`
    const mails = () => readdirSync(folder).length
    renameSync(folder, away)
    // Where the folder was is a file now, so nothing can be written.
    writeFileSync(folder, '')
    const { page } = admin
    const { email = '' } = inject('logins').find(({ role }) => role === 'dak_mitarbeiter') ?? {}
    await staff.page.evaluate(async (address) => {
      const body = JSON.stringify({ email: address })
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/users/forgot-password', { method: 'POST', headers, body })
    }, email)
    const row = page.locator('tr', { hasText: email })
    await expect
      .poll(
        async () => {
          await page.goto('/admin/mails')
          await page.waitForSelector(
            'section[aria-labelledby=undelivered] >> text=/zugestellt|Erneut senden/',
          )
          return row.count()
        },
        { timeout: 150_000, interval: 2_000 },
      )
      .toBe(1)
    expect(await row.innerText()).toMatch(/Passwort/)
    await page.screenshot({ path: `${screenshots}mails-undelivered.png` })
    rmSync(folder)
    renameSync(away, folder)
    const before = mails()
    await row.getByRole('button', { name: `E-Mail an ${email} erneut senden` }).click()
    await expect.poll(mails, { timeout: 60_000 }).toBe(before + 1)
    await page.goto('/admin/mails')
    await page.waitForSelector('text=Alle E-Mails sind zugestellt.')
  })

  test('are not the DAK staff’s', async () => {
    await staff.page.goto('/admin/mails')
    await staff.page.waitForSelector('text=Kein Zugriff')
  })

  test('are chosen on the account page, and the choice stays', async () => {
    const { page } = staff
    await page.goto('/admin/konto')
    await page.uncheck('input[name=report_ready]')
    await page.click('section[aria-labelledby=mail-choice] button')
    await page.waitForSelector('text=Gespeichert.')
    await page.reload()
    await page.waitForSelector('input[name=report_ready]')
    expect(await page.isChecked('input[name=report_ready]')).toBe(false)
    expect(await page.isChecked('input[name=coding_completed]')).toBe(true)
    expect(await page.locator('input[name=icd_entered]').count()).toBe(0)
  })

  test('no page threw an error', () => {
    expect([...admin.errors, ...staff.errors]).toEqual([])
  })
})
