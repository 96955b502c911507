import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changedWorkbook } from '../factories/changedWorkbook'
import { exportOfMany } from '../factories/manyPeople'
import { openBrowser, type Person, signIn } from './openBrowser'

const workbook = fileURLToPath(new URL('../fixtures/samples/Abrechnung_DAK.xlsx', import.meta.url))
const report = fileURLToPath(new URL('../fixtures/samples/Berichtswesen_2024_KW52.xlsx', import.meta.url))
const screenshots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

let browser: Browser
let admin: Person
let colleague: Person
let importId = ''
let casesBefore = 0

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  colleague = await signIn({ browser, role: 'admin', width: 400, language: 'en-GB', colorScheme: 'dark' })
})

afterAll(() => browser.close())

async function json(path: string): Promise<any> {
  return admin.page.evaluate(async (url) => (await fetch(url)).json(), path)
}

const cases = async () => (await json('/api/cases?limit=1&depth=0')).totalDocs
const row = (page: Page, key: string) => page.locator(`tr[data-row="${key}"]`)
const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe.sequential('the accounting workbook, from drop to undo', () => {
  test('it is dropped, and its sheets are tabs with their own counts', async () => {
    const { page } = admin
    casesBefore = await cases()
    await page.goto('/admin/import')
    await page.check('input[value=abrechnung-xlsx]')
    await page.setInputFiles('input[type=file]', workbook)
    await page.waitForURL('**/admin/import/*')
    importId = /import\/([^/?]+)/.exec(page.url())?.[1] ?? ''
    await page.click('[role=tab]:has-text("2026")')
    await page.click('[role=group] button:has-text("Fehler")')
    await expect.poll(() => page.locator('tr[data-row]').count()).toBe(3)
    expect(await row(page, '2026!35').innerText()).toContain('Orthopädie')
  })

  test('a wrong cell is corrected in its place, by keyboard, and the row planned again', async () => {
    const { page } = admin
    await row(page, '2026!35').locator('button:has-text("Berichtigen")').focus()
    await page.keyboard.press('Enter')
    const group = page.locator('form select').first()
    await group.waitFor()
    expect(await group.evaluate((node) => node === document.activeElement)).toBe(true)
    await page.screenshot({ path: `${screenshots}import-correction.png` })
    await group.selectOption({ label: 'Onkologie' })
    await page.click('form button[type=submit]')
    await page.waitForSelector('tr[data-row="2026!35"][data-action=create]')
    expect(await row(page, '2026!35').innerText()).toMatch(/berichtigt: Fallgruppe/)
    await expect.poll(() => page.locator('[role=group] button:has-text("Fehler")').innerText()).toMatch(/2$/)
  })

  test('a certain duplicate is set to update, with both rows side by side', async () => {
    const { page } = admin
    await page.click('[role=group] button:has-text("Übersprungen")')
    const duplicate = row(page, '2026!118')
    await duplicate.waitFor()
    await duplicate.locator('summary').click()
    expect(await duplicate.locator('tr[data-differs=true]').allInnerTexts()).toEqual([
      expect.stringMatching(/Nachname.*Gruendoerfer.*Gründörfer/s),
    ])
    await duplicate.locator('select').selectOption('update')
    await page.waitForSelector('tr[data-row="2026!118"][data-action=update]')
  })

  test('leaving the page and coming back keeps it, for a colleague as well', async () => {
    const { page } = admin
    await page.goto('/admin')
    await page.goto('/admin/import')
    await page.click(`a[href="/admin/import/${importId}"]`)
    await page.click('[role=tab]:has-text("2026")')
    await page.click('[role=group] button:has-text("Aktualisieren")')
    await row(page, '2026!118').waitFor()
    expect(await row(page, '2026!118').locator('select').inputValue()).toBe('update')
    await page.reload()
    await row(page, '2026!118').waitFor()

    const theirs = colleague.page
    await theirs.goto(`/admin/import/${importId}?show=update`)
    await row(theirs, '2026!118').waitFor()
    expect(await row(theirs, '2026!118').innerText()).toContain('Changes:')
    expect(await isWide(theirs)).toBe(false)
  })

  test('it is applied with the correction and the decision', async () => {
    const { page } = admin
    const { counts } = await json(`/api/import/${importId}`)
    await page.click('button:has-text("Fälle übernehmen")')
    await page.waitForSelector('text=Import übernommen')
    expect(await page.locator('dl dd').allInnerTexts()).toEqual(
      [counts.create, counts.update, counts.skip + counts.decide, counts.error].map((count) =>
        count.toLocaleString('de-DE'),
      ),
    )
    expect(await cases()).toBe(casesBefore + counts.create)
    const where = `where[nachname][equals]=${encodeURIComponent('Gruendoerfer')}`
    expect((await json(`/api/cases?${where}`)).docs[0].fallId).toBe('2026-14-onko-Gründörfer')
  })

  test('the log has it with who, when and its file of errors, and undoes it', async () => {
    const { page } = admin
    await page.goto('/admin/import')
    const entry = page.locator(`tr:has(a[href="/admin/import/${importId}"])`)
    await entry.waitFor()
    expect(await entry.innerText()).toMatch(/Abrechnung_DAK\.xlsx.*übernommen.*\d\d\.\d\d\.\d{4} \d\d:\d\d/s)
    // On a telephone each way stands on a line of its own.
    await colleague.page.goto('/admin/import')
    const ways = colleague.page.locator(`tr:has(a[href="/admin/import/${importId}"]) td:last-child a`)
    await ways.first().waitFor()
    const tops = await ways.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top))
    expect(new Set(tops).size).toBe(2)
    const download = page.waitForEvent('download')
    await entry.locator('a[download]').click()
    expect((await download).suggestedFilename()).toBe('Abrechnung_DAK_Fehler.xlsx')
    await entry.locator('button:has-text("Import zurücknehmen")').click()
    await entry.locator('button:has-text("Ja, zurücknehmen")').click()
    await page.waitForSelector('text=✓ Import zurückgenommen')
    expect(await cases()).toBe(casesBefore)
    await page.reload()
    await page.waitForSelector('text=✓ Import zurückgenommen')
  })
})

test('a count of a week of an earlier report is corrected in its place', async () => {
  const { page } = admin
  const bytes = await changedWorkbook({ bytes: readFileSync(report), cells: { '1/12/3': 'viele' } })
  await page.goto('/admin/import')
  await page.check('input[value=berichtswesen-xlsx]')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.setInputFiles('input[type=file]', { name: 'KW52.xlsx', mimeType, buffer: Buffer.from(bytes) })
  await page.waitForURL('**/admin/import/*')
  const week = row(page, 'Auswertung KW gesamt!12')
  await week.waitFor()
  expect(await week.innerText()).toContain('Fehler')
  await week.locator('button:has-text("Berichtigen")').click()
  const count = page.getByRole('textbox', { name: 'Unterlagen', exact: true })
  await expect.poll(() => count.evaluate((node) => node === document.activeElement)).toBe(true)
  expect(await count.inputValue()).toBe('viele')
  await page.screenshot({ path: `${screenshots}import-week-correction.png` })
  await count.fill('1')
  await page.keyboard.press('Enter')
  await page.waitForSelector('tr[data-row="Auswertung KW gesamt!12"][data-action=create]')
  expect(await week.innerText()).toMatch(/berichtigt: Unterlagen/)
})

describe.sequential('a file of many rows', () => {
  const rows = 6_000

  test('is applied by the server while the page shows how far it is, also when it is opened anew', async () => {
    const { page } = admin
    const before = await cases()
    const file = exportOfMany({ nachname: 'Viele', count: rows })
    await page.goto('/admin/import')
    const buffer = Buffer.from(await file.arrayBuffer())
    await page.setInputFiles('input[type=file]', { name: file.name, mimeType: 'text/csv', buffer })
    await page.waitForURL('**/admin/import/*')
    await page.waitForSelector('tr[data-row]')
    await page.click('button:has-text("Fälle übernehmen")')
    await page.waitForSelector('[role=progressbar]')
    await page.reload()
    await page.waitForSelector('text=Import übernommen', { timeout: 60_000 })
    expect(await cases()).toBe(before + rows)
    await page.click('button:has-text("Import zurücknehmen")')
    await page.click('button:has-text("Ja, zurücknehmen")')
    await page.waitForSelector('[role=progressbar]')
    await page.reload()
    await page.waitForSelector('text=Import zurückgenommen', { timeout: 60_000 })
    expect(await cases()).toBe(before)
  })

  test('no page threw an error', () => {
    expect([...admin.errors, ...colleague.errors]).toEqual([])
  })
})
