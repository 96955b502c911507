import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, type Person, signIn } from './openBrowser'

const screenshots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'portal-curl-'))

let browser: Browser
let staff: Person
let token: string

beforeAll(async () => {
  browser = await openBrowser()
  staff = await signIn({ browser, role: 'dak_mitarbeiter' })
  const login = inject('logins').find(({ role }) => role === 'dak_mitarbeiter')
  const answer = await fetch(`${inject('address')}/api/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: login?.email, password: login?.password }),
  })
  token = ((await answer.json()) as { accessToken: string }).accessToken
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Opens an operation and runs the command that stands in it. */
async function run(id: string): Promise<string> {
  const { page } = staff
  await page.click(`#${id} summary`)
  await page.waitForSelector(`#${id} pre`)
  const command = await page.innerText(`#${id} pre >> nth=0`)
  return execFileSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TOKEN: token },
  })
}

describe.sequential('the page of the API', () => {
  test('lists what the role may do, by subject, and everything when asked', async () => {
    const { page } = staff
    await page.goto('/admin')
    expect(await page.locator('nav a[href$="/admin/schnittstelle"]').count()).toBe(1)
    await page.goto('/admin/schnittstelle')
    await page.waitForSelector('#getCases')
    expect(await page.locator('h2').allInnerTexts()).toContain('Fälle')
    expect(await page.locator('#postImportCsv').count()).toBe(0)
    await page.uncheck('text=Nur, was meine Rolle darf')
    await page.waitForSelector('#postImportCsv')
    await page.check('text=Nur, was meine Rolle darf')
    await page.waitForSelector('#postImportCsv', { state: 'detached' })
  })

  test('finds an operation by words, and shows what it takes, gives and refuses', async () => {
    const { page } = staff
    await page.fill('input[type=search]', 'put icd')
    await page.waitForSelector('output:has-text("Vorgänge: 1")')
    await page.click('#putCasesByIdIcd summary')
    await page.waitForSelector('#putCasesByIdIcd pre')
    const shown = await page.innerText('#putCasesByIdIcd')
    for (const text of ['Beispiel', 'conflict', 'updatedAt', '409', '422', 'DAK-Mitarbeiter/in'])
      expect(shown).toContain(text)
    expect(new URL(page.url()).hash).toBe('#putCasesByIdIcd')
    await page.screenshot({ path: `${screenshots}api.png` })
    await page.reload()
    await page.waitForSelector('#putCasesByIdIcd[open] pre')
    expect(staff.errors).toEqual([])
  })

  test('gives commands that work as they stand there', async () => {
    const { page } = staff
    await page.fill('input[type=search]', '')
    expect(JSON.parse(await run('getHealth'))).toEqual({ status: 'ok' })
    expect(JSON.parse(await run('getCases')).docs.length).toBeGreaterThan(0)
    expect(JSON.parse(await run('getReportsWeeklyByJahrByKw'))).toMatchObject({ jahr: 2026, kw: 6 })
    await run('getCasesCodingTemplate')
    const [name = ''] = readdirSync(folder)
    expect(name).toMatch(/^ICD-Vorlage_.*\.xlsx$/)
    expect(readFileSync(join(folder, name)).subarray(0, 2).toString()).toBe('PK')
  })

  test('speaks English where the panel does', async () => {
    const { page } = await signIn({ browser, role: 'admin', language: 'en-GB' })
    await page.goto('/admin/schnittstelle')
    await page.waitForSelector('h2:has-text("Cases")')
    await page.waitForSelector('#getCases:has-text("Cases: list")')
  })
})
