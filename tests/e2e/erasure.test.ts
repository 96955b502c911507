import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

let browser: Browser
let admin: Person
let id = ''
let fallId = ''

beforeAll(async () => {
  browser = await openBrowser()
  admin = await signIn({ browser, role: 'admin' })
  const made = await admin.page.evaluate(async () => {
    const body = {
      nachname: 'Brandstätter',
      vorname: 'Ottilie',
      geburtsdatum: '1951-03-04',
      datum: '2026-02-03',
      fallgruppe: 'sd',
      icd: 'E04.1',
    }
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/cases', { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()).doc
  })
  id = made.id
  fallId = made.fallId
})

afterAll(() => browser.close())

describe.sequential('the page of the erasures', () => {
  test('is reached from the menu of a case, and finds the person of it', async () => {
    const { page } = admin
    await page.goto(`/admin/collections/cases/${id}`)
    await page.waitForSelector('#field-fallId')
    await page.click('.doc-controls__popup button')
    await page.getByRole('link', { name: 'Person löschen …' }).click()
    await page.waitForURL('**/loeschung?fall=*')
    expect(await page.inputValue('input[name=fallId]')).toBe(fallId)
    await page.getByRole('button', { name: 'Suchen', exact: true }).click()
    const found = page.locator('tr[data-likeness=certain]')
    await found.waitFor()
    expect(await found.innerText()).toMatch(/Brandstätter, Ottilie[\s\S]*04\.03\.1951/)
    expect(await found.locator('input').isChecked()).toBe(true)
  })

  test('erases nobody before it is confirmed, and not by a reference with the name', async () => {
    const { page } = admin
    const button = page.getByRole('button', { name: 'Endgültig löschen (1)' })
    expect(await button.isDisabled()).toBe(true)
    await page.getByLabel('Aktenzeichen des Antrags').fill('Brandstätter 2026')
    await page.getByLabel('Die Auswahl ist geprüft').check()
    await page.screenshot({ path: 'docs/screenshots/erasure.png' })
    await button.click()
    await page.waitForSelector('[role=alert]:has-text("Das Aktenzeichen enthält den Namen")')
  })

  test('erases, follows it until it is done, and names nobody afterwards', async () => {
    const { page } = admin
    await page.getByLabel('Aktenzeichen des Antrags').fill('DS-2026-17')
    await page.getByRole('button', { name: 'Endgültig löschen (1)' }).click()
    const done = page.locator('tr[data-status=done]').first()
    await done.waitFor()
    expect(await done.innerText()).toMatch(/Auf Antrag[\s\S]*DS-2026-17[\s\S]*1 Fälle, 1 ICD-Codes/)
    await page.goto(`/admin/collections/cases/${id}`)
    await page.waitForSelector('text=/nicht gefunden|Nothing found|Nichts gefunden/i')
    await page.goto('/admin/protokoll?action=erase')
    const entry = page.locator('section[aria-label="Protokoll"] tbody tr').first()
    await entry.waitFor()
    expect(await entry.innerText()).toMatch(/Daten gelöscht/)
    expect(await entry.innerText()).not.toContain('Brandstätter')
  })

  test('finds what is left of somebody without a case', async () => {
    const { page } = admin
    await page.goto('/admin/loeschung')
    await page.fill('input[name=nachname]', 'Brandstätter')
    await page.getByRole('button', { name: 'Suchen', exact: true }).click()
    await page.waitForSelector('[role=alert]:has-text("Vorname oder Geburtsdatum")')
    await page.fill('input[name=vorname]', 'Ottilie')
    await page.fill('input[name=geburtsdatum]', '1951-03-04')
    await page.getByRole('button', { name: 'Suchen', exact: true }).click()
    await page.waitForSelector('[role=status]:has-text("keinen Fall (mehr)")')
  })

  test('shows what the periods would erase, and keeps to the width of a telephone', async () => {
    const { page } = admin
    const saved = await page.evaluate(async () => {
      const body = JSON.stringify({ retention: { caseDays: 3653, importDays: 730 } })
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/globals/settings', { method: 'POST', headers, body })).status
    })
    expect(saved).toBe(200)
    const phone = await signIn({ browser, role: 'admin', width: 390 })
    await phone.page.goto('/admin/loeschung')
    await phone.page.waitForSelector('li:has-text("Fälle, die älter sind als 3653 Tage")')
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await phone.context.close()
  })

  test('is not for DAK staff, and not in their menu', async () => {
    const { page, context } = await signIn({ browser, role: 'dak_mitarbeiter' })
    await page.goto('/admin/loeschung')
    await page.waitForSelector('text=Kein Zugriff')
    expect(await page.locator('nav a[href="/admin/loeschung"]').count()).toBe(0)
    await context.close()
  })
})
