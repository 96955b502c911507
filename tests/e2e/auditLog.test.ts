import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

let browser: Browser
let admin: Person
let staff: Person

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  staff = await signIn({ browser, role: 'dak_mitarbeiter' })
})

afterAll(() => browser.close())

const log = 'section[aria-label="Protokoll"]'
const rows = `${log} tbody tr`
const cellOf = (title: string) => `td[data-label="${title}"]`

/** How often a case was opened, as the log tells it; tests of other pages open the same case. */
async function openingsOf({ page }: Person, id: string): Promise<number> {
  const url = `/api/audit-log/list?action=open&entityType=cases&entityId=${id}`
  const { totalDocs } = await page.evaluate(async (address) => (await fetch(address)).json(), url)
  return totalDocs
}

/** The first case of the list, opened. */
async function openCase({ page }: Person): Promise<{ id: string; fallId: string }> {
  await page.goto('/admin/collections/cases')
  const link = page.locator('td.cell-fallId a').first()
  const fallId = await link.innerText()
  const href = (await link.getAttribute('href')) ?? ''
  await page.goto(href)
  await page.waitForSelector('#field-fallId')
  return { id: href.split('/').at(-1) ?? '', fallId }
}

describe.sequential('the audit log', () => {
  test('tells, filtered to a case, what somebody changed of it, old → new', async () => {
    const { page } = admin
    const { id } = await openCase(admin)
    const openings = await openingsOf(admin, id)
    const { fallId } = await openCase(admin)
    expect(await openingsOf(admin, id)).toBe(openings + 1)
    const status = await page.evaluate(async (url) => {
      const body = JSON.stringify({ ort: 'Kiel', abgerechnet: true, abrechnungAm: '2026-02-02' })
      const answer = await fetch(url, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return answer.status
    }, `/api/cases/${id}`)
    expect(status).toBe(200)
    await page.goto('/admin/protokoll')
    await page.waitForSelector(rows)
    await page.selectOption('label:text-is("Was") + select', 'cases')
    await page.waitForURL('**/protokoll?entityType=cases')
    await page.fill('label:text-is("Kennung oder Fall-ID") + input', fallId)
    await page.keyboard.press('Enter')
    await page.waitForURL(/entityId=/)
    // The address changes before the rows do.
    await expect.poll(() => page.locator(rows).filter({ hasNotText: fallId }).count()).toBe(0)
    const changed = page.locator(`${rows}[data-action=update]`).first()
    await changed.waitFor()
    expect(await changed.locator(cellOf('Was')).locator('a').innerText()).toBe(fallId)
    const changes = await changed.locator(cellOf('Änderungen')).innerText()
    expect(changes.replace(/\s+/g, ' ')).toMatch(/Ort:? .*→ Kiel/)
    expect(changes).toMatch(/Nein → Ja/)
    expect(changes).toContain('02.02.2026')
    const actions = await page.locator(`${rows} ${cellOf('Aktion')}`).allInnerTexts()
    expect(actions).toEqual(expect.arrayContaining(['Geöffnet', 'Geändert', 'Angelegt']))
    await page.screenshot({ path: 'docs/screenshots/audit-log.png' })
  })

  test('keeps the choice over a reload, and clears it', async () => {
    const { page } = admin
    await page.reload()
    await page.waitForSelector(`${rows}[data-action=update]`)
    await page.getByRole('button', { name: 'Auswahl aufheben' }).click()
    await page.waitForURL((url) => url.search === '')
    await page.selectOption('label:text-is("Aktion") + select', 'login')
    await page.waitForURL('**/protokoll?action=login')
    await expect.poll(() => page.locator(`${rows}:not([data-action=login])`).count()).toBe(0)
    expect(await page.locator(rows).count()).toBeGreaterThan(1)
  })

  test('is downloaded as it is filtered, and says so afterwards', async () => {
    const { page } = admin
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a[aria-label="Auswahl als Excel-Datei herunterladen"]'),
    ])
    expect(download.suggestedFilename()).toMatch(/^Protokoll_.*\.xlsx$/)
    await page.goto('/admin/protokoll?action=download')
    expect(await page.locator(rows).first().innerText()).toMatch(
      /Heruntergeladen[\s\S]*Auswahl:?\s+action=login/,
    )
  })

  test('is shown on a telephone, row by row, without a scroll to the side', async () => {
    const phone = await signIn({ browser, role: 'admin', width: 390 })
    await phone.page.goto('/admin/protokoll')
    await phone.page.waitForSelector(rows)
    const width = await phone.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await phone.context.close()
  })

  test('is not for DAK staff', async () => {
    await staff.page.goto('/admin/protokoll')
    await staff.page.waitForSelector('text=Kein Zugriff')
  })
})

describe.sequential('the tab “Verlauf” of a case', () => {
  test('tells an admin who did what with it, and who opened it', async () => {
    const { id } = await openCase(staff)
    const { page } = admin
    await page.goto(`/admin/collections/cases/${id}`)
    await page.click('.doc-tab:has-text("Verlauf")')
    await page.waitForURL('**/verlauf')
    const opened = page.locator(`${rows}[data-action=open]`)
    await opened.first().waitFor()
    expect(await opened.locator(cellOf('Wer')).allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^dak\b/), expect.stringMatching(/^admin\b/)]),
    )
    expect(await page.locator(`${rows}[data-action=create] summary`).innerText()).toMatch(/Felder$/)
    await page.screenshot({ path: 'docs/screenshots/audit-history.png' })
  })

  test('is neither shown nor open to DAK staff', async () => {
    const { page } = staff
    const { id } = await openCase(staff)
    expect(await page.locator('.doc-tab:has-text("Verlauf")').count()).toBe(0)
    await page.goto(`/admin/collections/cases/${id}/verlauf`)
    await page.waitForSelector('text=Kein Zugriff')
    expect(admin.errors).toEqual([])
    expect(staff.errors).toEqual([])
  })
})
