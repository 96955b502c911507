import ExcelJS from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

/** A week of the demo that no other test generates. */
const address = '/admin/berichtswesen?jahr=2026&kw=7'
const inList = 'section:has(h2:text-is("Erzeugte Berichte"))'
const row = `${inList} tbody tr:has(button:text-is("2026 / KW 07"))`

let browser: Browser
let admin: Person
let staff: Person

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  staff = await signIn({ browser, role: 'dak_mitarbeiter' })
})

afterAll(() => browser.close())

/** The cells of the sheet that is open, by rows. */
function shownCells({ page }: Person): Promise<string[][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#sheet-panel tr')].map((line) =>
      [...line.querySelectorAll<HTMLTableCellElement>('th,td')].flatMap((cell) => [
        cell.textContent ?? '',
        ...Array.from({ length: cell.colSpan - 1 }, () => ''),
      ]),
    ),
  )
}

async function downloaded(person: Person, link: string): Promise<ExcelJS.Workbook> {
  const [download] = await Promise.all([
    person.page.waitForEvent('download'),
    person.page.locator(link).first().click(),
  ])
  expect(download.suggestedFilename()).toBe('Berichtswesen_2026_KW07.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await download.path())
  return workbook
}

/** A cell as the preview prints it. */
function printed({ value, numFmt }: ExcelJS.Cell, isName: boolean): string {
  if (typeof value !== 'number') return String(value ?? '')
  if (numFmt === '0.0%')
    return new Intl.NumberFormat('de-DE', {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(value)
  return isName ? String(value) : value.toLocaleString('de-DE')
}

describe.sequential('the Berichtswesen', () => {
  test('is looked at before there is a report, sheet by sheet, at the week of the link', async () => {
    const { page } = admin
    await page.goto(address)
    await page.waitForSelector('h2:text-is("Vorschau 2026 / KW 7")')
    await page.waitForSelector('#sheet-panel tr')
    expect(await page.locator('[role=tab]').allInnerTexts()).toEqual([
      'Auswertung KW gesamt',
      'Auswertung nach Fachgebieten',
      'Auswertung Gutachten',
      'Auswertung Therapieänderungen',
      'Auswertung ICD onko',
    ])
    await page.waitForSelector('text=Vergleich mit 2025')
    await page.locator('[role=tab]').first().focus()
    await page.keyboard.press('ArrowRight')
    expect((await shownCells(admin))[0]?.[0]).toBe('Auswertung nach Fachgebieten')
    expect(await page.locator(row).count()).toBe(0)
  })

  test('keeps the week in the address, and the way back leads to the one before', async () => {
    const { page } = admin
    await page.selectOption('select >> nth=1', '8')
    await page.waitForURL('**/berichtswesen?jahr=2026&kw=8')
    await page.waitForSelector('h2:text-is("Vorschau 2026 / KW 8")')
    await page.goBack()
    await page.waitForSelector('h2:text-is("Vorschau 2026 / KW 7")')
    await page.goto('/admin/berichtswesen?jahr=2025&kw=53')
    await page.waitForSelector('text=2025 hat keine KW 53')
  })

  test('is generated twice; the workbook has what the preview shows, the first is kept as a version', async () => {
    const { page } = admin
    await page.goto(address)
    await page.waitForSelector('#sheet-panel tr')
    for (const version of ['1', '2']) {
      await page.click('button:has-text("Bericht erzeugen")')
      await page.waitForSelector(`${row} td:nth-child(2):text-is("${version}")`)
    }
    const workbook = await downloaded(admin, `${row} a:text-is("Herunterladen")`)
    for (const [index, sheet] of workbook.worksheets.entries()) {
      await page.locator('[role=tab]').nth(index).click()
      for (const [line, cells] of (await shownCells(admin)).entries()) {
        for (const [column, shown] of cells.entries()) {
          const cell = sheet.getCell(line + 1, column + 1)
          const isName = column === 0 || (index === 0 && line === 1)
          const isMergedAway = cell.isMerged && cell.master !== cell
          expect(shown, `${sheet.name} ${cell.address}`).toBe(isMergedAway ? '' : printed(cell, isName))
        }
      }
    }
  })

  test('shows DAK staff who generated it and when, and lets them download either version, not delete', async () => {
    const { page } = staff
    await page.goto(address)
    await page.waitForSelector(row)
    expect(await page.locator(row).innerText()).toMatch(
      /2\s+\d\d\.\d\d\.\d{4} \d\d:\d\d\s+admin\s+Herunterladen/,
    )
    expect(await page.locator('button:has-text("Bericht erzeugen")').count()).toBe(0)
    expect(await page.locator('button:has-text("Löschen")').count()).toBe(0)
    await page.click(`${row} button[aria-expanded=false]`)
    await downloaded(staff, `${row} + tr a:text-is("Herunterladen")`)
  })

  test('is deleted by an admin who says so twice, and the version before is the report again', async () => {
    const { page } = admin
    await page.goto(address)
    await page.click(`${row} button:has-text("Löschen")`)
    await page.click(`${row} button:has-text("Nein")`)
    await page.click(`${row} button:has-text("Löschen")`)
    await page.waitForSelector(`${row} >> text=Version 2 endgültig löschen?`)
    await page.click(`${row} button:has-text("Ja, löschen")`)
    await page.waitForSelector(`${row} td:nth-child(2):text-is("1")`)
    await page.click(`${row} button:has-text("Löschen")`)
    await page.click(`${row} button:has-text("Ja, löschen")`)
    await page.waitForSelector(row, { state: 'detached' })
    expect(admin.errors).toEqual([])
  })

  test.each([
    { width: 1400, colorScheme: 'dark' },
    { width: 400, colorScheme: 'light' },
    { width: 400, colorScheme: 'dark' },
  ] as const)('fits a window of $width pixels, $colorScheme', async ({ width, colorScheme }) => {
    const { page, context } = await signIn({ browser, role: 'admin', width, colorScheme })
    await page.goto(address)
    await page.waitForSelector('#sheet-panel tr')
    await page.waitForSelector(`${inList} tbody tr, ${inList} p`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (process.env.PICTURES) {
      const path = `${process.env.PICTURES}/reports-${width}-${colorScheme}.png`
      await page.screenshot({ path, fullPage: true })
    }
    await context.close()
  })
})
