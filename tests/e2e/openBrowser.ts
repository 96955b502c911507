import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** A headless Chromium of the system; nothing is downloaded. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`No Chromium at ${executablePath}; set CHROMIUM_PATH.`)
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export type Person = { context: BrowserContext; page: Page; errors: string[] }

/** Someone of a role signed in through the login page; `errors` gathers what the pages complained of. */
export async function signIn({
  browser,
  role,
  width = 1400,
  language = 'de-DE',
  colorScheme = 'light',
}: {
  browser: Browser
  role: 'admin' | 'dak_mitarbeiter'
  width?: number
  language?: string
  colorScheme?: 'light' | 'dark'
}): Promise<Person> {
  const address = inject('address')
  const login = inject('logins').find((known) => known.role === role)
  const context = await browser.newContext({
    baseURL: address,
    locale: language,
    colorScheme,
    viewport: { width, height: 1000 },
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto('/admin/login')
  await page.fill('#field-email', login?.email ?? '')
  await page.fill('#field-password', login?.password ?? '')
  await page.click('button[type=submit]')
  await page.waitForURL('**/admin')
  expect(errors).toEqual([])
  return { context, page, errors }
}
