import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/samples/${name}`, import.meta.url))
const expected = JSON.parse(readFileSync(fixture('expected.json'), 'utf8'))
const screenshots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

let browser: Browser
let admin: Person
let staff: Person

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  staff = await signIn({ browser, role: 'dak_mitarbeiter' })
})

afterAll(() => browser.close())

async function json(person: Person, path: string): Promise<any> {
  return person.page.evaluate(async (url) => (await fetch(url)).json(), path)
}

/** Loads the catalogue from the command line while the portal runs. */
function importCatalogue(): void {
  const args = ['scripts/importIcdCatalogue.ts', fixture('icd10gm-sample_kodes.txt'), '--year', '2026']
  const env = { ...process.env, NODE_ENV: 'production' as const, DATA_DIR: inject('dataDir') }
  execFileSync('npx', ['--no-install', 'tsx', ...args], { env })
}

describe.sequential('a week with the portal', () => {
  test('the start page is the dashboard with figures, charts and their tables', async () => {
    const { page } = admin
    await page.goto('/admin')
    await page.waitForSelector('svg.recharts-surface')
    const { kpis } = await json(admin, '/api/reports/dashboard')
    const text = await page.locator('main, .template-default__wrap').first().innerText()
    expect(text).toContain(kpis.erstberatungen.toLocaleString('de-DE'))
    expect(text).toContain(kpis.pendingIcd.toLocaleString('de-DE'))
    expect(await page.locator('details table').count()).toBeGreaterThanOrEqual(2)
    await page.waitForTimeout(1500)
    await page.screenshot({ path: `${screenshots}dashboard.png` })
  })

  test('the admin drops the CRM export, looks at the plan and applies it', async () => {
    const { page } = admin
    const want = expected.crm['crm-2026-kw05.csv'].alone
    await page.goto('/admin/import')
    await page.setInputFiles('input[type=file]', fixture('crm-2026-kw05.csv'))
    await page.waitForURL('**/admin/import/*')
    await page.waitForSelector('table tbody tr')
    const chips = await page.locator('[role=group] button').allInnerTexts()
    expect(chips.map((chip) => chip.replace(/\s+/g, ' '))).toEqual([
      `Alle ${want.total}`,
      `Neu ${want.create}`,
      'Aktualisieren 0',
      `Übersprungen ${want.skip}`,
      'Entscheiden 0',
      `Fehler ${want.error}`,
      `Mit Hinweis ${want.warnings}`,
    ])
    await page.screenshot({ path: `${screenshots}import-preview.png` })
    await page.click('[role=group] button:has-text("Fehler")')
    await page.waitForFunction((count) => document.querySelectorAll('tbody tr').length === count, want.error)
    expect(await page.locator('tbody').innerText()).toContain('Zweitmeinung Orthopädie')
    await page.reload()
    await page.waitForSelector('table tbody tr')
    await page.click(`button:has-text("${want.create} Fälle übernehmen")`)
    await page.waitForSelector('text=Import übernommen')
    const figures = await page.locator('dl dd').allInnerTexts()
    expect(figures).toEqual([String(want.create), '0', String(want.skip), String(want.error)])
  })

  test('the same file again creates nothing', async () => {
    const { page } = admin
    await page.goto('/admin/import')
    await page.setInputFiles('input[type=file]', fixture('crm-2026-kw05.csv'))
    await page.waitForURL('**/admin/import/*')
    await page.waitForSelector('text=Ohne neue Fälle abschließen')
  })

  test('a file that is no CSV is refused in words, and the page stays usable', async () => {
    const { page } = admin
    await page.goto('/admin/import')
    await page.setInputFiles('input[type=file]', {
      name: 'bild.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('%PDF-1.7 nichts'),
    })
    await page.waitForSelector('[role=alert]:has-text("keine CSV-Datei")')
    await page.setInputFiles('input[type=file]', fixture('crm-2025-kw52.csv'))
    await page.waitForURL('**/admin/import/*')
  })

  test('DAK staff enter codes with nothing but the keyboard', async () => {
    const { page } = staff
    await page.goto('/admin/icd?jahr=2026&kw=5')
    await page.waitForSelector('tbody tr input')
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    const before = (await json(staff, '/api/cases/pending-icd?jahr=2026&kw=5')).totalDocs
    for (const code of ['c501', 'C79.5 G', 'XYZ', 'i42.0']) {
      await page.keyboard.type(code)
      await page.keyboard.press('Enter')
    }
    await page.waitForSelector('text=Gespeichert: I42.0')
    const rows = await page.locator('tbody tr').allInnerTexts()
    expect(rows[0]).toContain('Gespeichert: C50.1')
    expect(rows[1]).toContain('Gespeichert: C79.5')
    expect(rows[2]).toContain('„XYZ“')
    expect((await json(staff, '/api/cases/pending-icd?jahr=2026&kw=5')).totalDocs).toBe(before - 3)
    await page.screenshot({ path: `${screenshots}icd-entry.png` })
  })

  test('DAK staff fill in the template in Excel and import it; other files are not offered to them', async () => {
    const { page } = staff
    await page.goto('/admin/icd')
    const download = page.waitForEvent('download')
    await page.click('a:has-text("Vorlage herunterladen")')
    expect((await download).suggestedFilename()).toMatch(/^ICD-Vorlage_.*\.xlsx$/)
    await page.click('a:has-text("Vorlage importieren")')
    await page.waitForSelector('text=Ausgefüllte ICD-Vorlage')
    expect(await page.locator('input[type=radio]').count()).toBe(0)
    await page.setInputFiles('input[type=file]', fixture('icd-template-filled.xlsx'))
    await page.waitForURL('**/admin/import/*')
    await page.waitForSelector('tbody tr[data-action=update]')
    const first = await page.locator('tbody tr[data-action=update]').first().innerText()
    expect(first).toMatch(/ICD: .*→/)
    await page.screenshot({ path: `${screenshots}icd-import.png` })
    await page.click('button:has-text("Fälle übernehmen")')
    await page.waitForSelector('text=Import übernommen')
    const pending = (await json(staff, '/api/cases/pending-icd?limit=1')).totalDocs
    const updated = Number(await page.locator('dl dd').nth(1).innerText())
    await page.click('button:has-text("Import zurücknehmen")')
    await page.click('button:has-text("Ja, zurücknehmen")')
    await page.waitForSelector('text=✓ Import zurückgenommen')
    expect((await json(staff, '/api/cases/pending-icd?limit=1')).totalDocs).toBeGreaterThan(pending)
    expect(updated).toBeGreaterThan(0)
  })

  test('the admin looks at the accounting workbook, sheet by sheet', async () => {
    const { page } = admin
    await page.goto('/admin/import')
    await page.check('input[value=abrechnung-xlsx]')
    await page.setInputFiles('input[type=file]', fixture('Abrechnung_DAK.xlsx'))
    await page.waitForURL('**/admin/import/*')
    await page.click('[role=group] button:has-text("Fehler")')
    await page.waitForFunction(
      (count) => document.querySelectorAll('tbody tr').length === count,
      expected.abrechnung.counts.error,
    )
    expect(await page.locator('tbody').innerText()).toContain('2020-2022')
  })

  test('DAK staff save an ICD in the form and find every other field closed', async () => {
    const { page } = staff
    const [found] = (await json(staff, '/api/cases/pending-icd?limit=1')).docs
    await page.goto(`/admin/collections/cases/${found.id}`)
    await page.waitForSelector('#field-nachname, [name=fallId]')
    await page.click('button:has-text("ICD"):not([disabled])')
    await page.fill('#field-icd', 'c61')
    await page.click('#action-save')
    await page.waitForFunction(async (id) => {
      const answer = await fetch(`/api/cases/${id}?depth=0`)
      return (await answer.json()).icd === 'C61'
    }, found.id)
    await page.click('button:has-text("Person")')
    expect(await page.locator('#field-nachname').isDisabled()).toBe(true)
  })

  test('views of admins are closed to DAK staff', async () => {
    const { page } = staff
    for (const path of ['/admin/codierung']) {
      await page.goto(path)
      await page.waitForSelector('text=Kein Zugriff')
    }
    const links = await page.locator('nav a').allInnerTexts()
    expect(links.join(' ')).toContain('ICD-Eingabe')
    expect(links.join(' ')).not.toContain('Codierung')
  })

  test('the admin codes an opinion by keyboard and the next one is open', async () => {
    const { page } = admin
    await page.goto('/admin/codierung')
    await page.waitForSelector('section h2')
    const before = await json(admin, '/api/coding/queue')
    const [first, second] = before.docs
    await page.keyboard.press('a')
    await page.keyboard.press('j')
    await page.keyboard.press('2')
    await page.screenshot({ path: `${screenshots}coding-queue.png` })
    await page.keyboard.press('Enter')
    await page.waitForSelector(`text=${first.fallId} codiert.`)
    expect(await page.locator('section:has(fieldset)').innerText()).toContain(second.fallId)
    const coded = await json(admin, `/api/cases/${first.id}?depth=0`)
    expect(coded).toMatchObject({
      gutachtenTyp: 'alternative',
      therapieaenderung: 'ja',
      taUnterversorgung: true,
      taUebertherapie: false,
    })
    const after = await json(admin, '/api/coding/queue')
    expect(after.progress.coded).toBe(before.progress.coded + 1)
  })

  test('the report of the week is generated and downloaded, and says what the dashboard says', async () => {
    const { page } = admin
    await page.goto('/admin/berichtswesen')
    await page.waitForSelector('table')
    const link = page.locator('a[href*="/api/reports/download/"]').first()
    const before = await link.getAttribute('href')
    await page.click('button:has-text("Bericht erzeugen")')
    await page.waitForFunction(
      (old) => document.querySelector('a[href*="/api/reports/download/"]')?.getAttribute('href') !== old,
      before,
    )
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^Berichtswesen_\d{4}_KW\d{2}\.xlsx$/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(await download.path())
    const total = workbook.worksheets[0]?.getCell('B3').value
    const [, jahr, kw] = /_(\d{4})_KW(\d{2})/.exec(download.suggestedFilename()) ?? []
    const { cube } = await json(admin, `/api/reports/weekly/${jahr}/${Number(kw)}`)
    expect(total).toBe(
      cube.reduce((sum: number, cell: { erstberatungen: number }) => sum + cell.erstberatungen, 0),
    )
    await page.screenshot({ path: `${screenshots}reports.png` })
  })

  test('with the ICD catalogue loaded, words find a code, and one it warns of is saved with a second Enter', async () => {
    const { page } = staff
    importCatalogue()
    await page.goto('/admin/icd')
    await page.waitForSelector('tbody tr input[role=combobox]')
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await page.keyboard.type('druse mitte')
    await page.waitForSelector('[role=option]:has-text("C50.1")')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.locator('tbody tr input').first().inputValue()).toBe('C50.1')
    await page.keyboard.press('Enter')
    await page.keyboard.type('c798')
    await page.keyboard.press('Enter')
    const second = page.locator('tbody tr').nth(1)
    await second.locator('text=Mit Enter trotzdem speichern').waitFor()
    expect(await second.innerText()).toContain('nicht endständig')
    await page.screenshot({ path: `${screenshots}icd-catalogue.png` })
    await page.keyboard.press('Enter')
    await second.locator('text=Gespeichert: C79.8').waitFor()
    expect(await page.locator('tbody tr').first().innerText()).toContain('Gespeichert: C50.1')
  })

  test('no page threw an error', () => {
    expect([...admin.errors, ...staff.errors]).toEqual([])
  })
})

test('without a login every view leads to the login page', async () => {
  const page = await browser.newPage({ baseURL: inject('address') })
  for (const path of ['/admin', '/admin/import', '/admin/icd', '/admin/codierung', '/admin/berichtswesen']) {
    await page.goto(path)
    await page.waitForURL('**/admin/login**')
  }
  await page.close()
})
