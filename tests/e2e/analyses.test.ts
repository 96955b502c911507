import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

const screenshots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

let browser: Browser
let staff: Person

beforeAll(async () => {
  browser = await openBrowser()
  staff = await signIn({ browser, role: 'dak_mitarbeiter' })
})

afterAll(() => browser.close())

async function json(page: Page, path: string): Promise<any> {
  return page.evaluate(async (url) => (await fetch(url)).json(), path)
}

/** Scrolls to the analyses until the figures of all five are there. */
async function showAnalyses(page: Page): Promise<void> {
  await page.locator('section:has(> header h2)').scrollIntoViewIfNeeded()
  await page.waitForSelector('h2:has-text("Tage bis Unterlagen")')
  await page.waitForFunction(() => document.querySelectorAll('section [role=img]').length >= 7)
}

const number = (value: number) => value.toLocaleString('de-DE')

describe.sequential('the analyses on the dashboard', () => {
  test('are asked for when somebody scrolls to them, and say what the API says', async () => {
    const { page } = staff
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/admin')
    await page.waitForSelector('svg.recharts-surface')
    expect(asked.filter((url) => url.includes('/api/reports/analyses'))).toEqual([])
    await showAnalyses(page)
    const { dauer, icd, offen } = await json(page, '/api/reports/analyses')
    const text = await page.locator('body').innerText()
    const { faelle, median, p90 } = dauer.unterlagen.gesamt
    expect(text).toContain(
      `${number(faelle)} Fälle: die Hälfte innerhalb von ${number(median)} Tagen, 90 % innerhalb von ${number(p90)} Tagen.`,
    )
    expect(text).toContain(`Am häufigsten ist ${icd.haeufigste[0].hauptgruppe}`)
    const open = offen.reduce((sum: number, row: { pendingIcd: number }) => sum + row.pendingIcd, 0)
    expect(text).toContain(`${number(open)} ohne ICD`)
    await page.locator('h2:has-text("Analysen")').evaluate((title) => title.scrollIntoView())
    await page.waitForTimeout(1000)
    await page.screenshot({ path: `${screenshots}analyses.png`, fullPage: false })
  })

  test('follow year, group and raster, which the address keeps over a reload', async () => {
    const { page } = staff
    const jahr = (await json(page, '/api/reports/dashboard')).jahre.at(-1)
    const { dauer, bisKw } = await json(page, `/api/reports/analyses?jahr=${jahr}&fallgruppe=onko`)
    const rowsOf = (name: string) => page.locator(`section[aria-label="${name}"] tbody tr`)
    const untilRows = (name: string, count: number) =>
      vi.waitFor(async () => expect(await rowsOf(name).count()).toBe(count), { timeout: 20_000 })
    // Each choice is waited for where people see it: the address is ahead of the figures.
    await page.getByLabel('Jahr', { exact: true }).selectOption(String(jahr))
    await page.waitForSelector(`h2:has-text("Analysen ${jahr}")`)
    await showAnalyses(page)
    await page.getByLabel('Fallgruppe', { exact: true }).selectOption('onko')
    await untilRows('Ergebnis der Gutachten', 1)
    await page.getByLabel('Dauer je').selectOption('woche')
    await untilRows('Tage bis Gutachten', bisKw)
    await page.waitForURL(`**/admin?jahr=${jahr}&fallgruppe=onko&raster=woche`)
    await page.reload()
    await page.waitForSelector('svg.recharts-surface')
    await showAnalyses(page)
    expect(await page.locator('body').innerText()).toContain(`${number(dauer.gutachten.gesamt.faelle)} Fälle`)
    await page.click('summary:has-text("Tabelle: Tage bis Gutachten")')
    expect(await rowsOf('Tage bis Gutachten').count()).toBe(bisKw)
    expect(await rowsOf('Ergebnis der Gutachten').count()).toBe(1)
  })

  test('both of two choices made in a moment count, and the address never loses one again', async () => {
    const { page, context } = staff
    const year = page.getByLabel('Jahr', { exact: true })
    const group = page.getByLabel('Fallgruppe', { exact: true })
    await page.goto('/admin')
    const [jahr] = (await json(page, '/api/reports/dashboard')).jahre.map(String).slice(-1)
    await year.selectOption(jahr)
    await group.selectOption('sd')
    await page.reload()
    expect([await year.inputValue(), await group.inputValue()]).toEqual([jahr, 'sd'])

    await page.goto('/admin')
    await page.waitForSelector('svg.recharts-surface')
    // On a slow computer the page still draws the first choice when the second is made.
    const computer = await context.newCDPSession(page)
    await computer.send('Emulation.setCPUThrottlingRate', { rate: 6 })
    const addresses: string[] = []
    page.on('framenavigated', (frame) => addresses.push(new URL(frame.url()).search))
    await year.selectOption(jahr)
    await group.selectOption('onko')
    await page.waitForSelector(`h2:has-text("Analysen ${jahr}")`)
    await vi.waitFor(() => expect(addresses.length).toBeGreaterThan(2), { timeout: 20_000 })
    await computer.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const both = `?jahr=${jahr}&fallgruppe=onko`
    expect(new Set(addresses.slice(addresses.indexOf(both)))).toEqual(new Set([both]))
    await page.reload()
    expect([await year.inputValue(), await group.inputValue()]).toEqual([jahr, 'onko'])
  })

  test('are reached, read and taken as files with nothing but the keyboard', async () => {
    const { page } = staff
    await page.goto('/admin')
    await page.waitForSelector('svg.recharts-surface')
    await page.getByLabel('Fallgruppe', { exact: true }).focus()
    await showAnalyses(page)
    await page.keyboard.press('ArrowDown')
    await page.waitForURL('**/admin?fallgruppe=onko')
    const reached: string[] = []
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate(() => {
          const { activeElement } = document
          return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
        }),
      )
    }
    expect(reached.slice(1, 6)).toEqual([
      'Alle Tabellen (Excel)',
      'Drucken',
      'Tage bis Unterlagen als Excel-Datei',
      'Tage bis Unterlagen als CSV-Datei',
      'Tabelle: Tage bis Unterlagen',
    ])
    const download = page.waitForEvent('download')
    await page.getByLabel('ICD-Hauptgruppen als CSV-Datei').focus()
    await page.keyboard.press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^ICD-Hauptgruppen_\d{4}_Onkologie\.csv$/)
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\ufeffHauptgruppe;Bezeichnung;Fälle;/)
  })

  test('print on one page, light and without what is for the screen', async () => {
    const { page } = staff
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.click('button:has-text("Drucken")')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })

  test('fit a telephone in the dark', async () => {
    const phone = await signIn({ browser, role: 'dak_mitarbeiter', width: 400, colorScheme: 'dark' })
    await phone.page.waitForSelector('svg.recharts-surface')
    await showAnalyses(phone.page)
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(400)
    expect(phone.errors).toEqual([])
    await phone.context.close()
  })

  test('no page threw an error', () => {
    expect(staff.errors).toEqual([])
  })
})
