import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const deploy = fileURLToPath(new URL('../../deploy/', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))
const units = readdirSync(deploy).filter((name) => /\.(service|timer)$/.test(name))
const services = units.filter((name) => name.endsWith('.service'))
const textOf = (name: string) => readFileSync(join(deploy, name), 'utf8')

const analyze = (...words: string[]) => spawnSync('systemd-analyze', words, { cwd: folder, encoding: 'utf8' })
const hasSystemd = existsSync('/usr/bin/systemd-analyze')

// Node is elsewhere here than on a server.
const folder = mkdtempSync(join(tmpdir(), 'portal-units-'))
for (const name of units)
  writeFileSync(join(folder, name), textOf(name).replaceAll('/usr/bin/node', process.execPath))

afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!hasSystemd)('what systemd says of the units', () => {
  test('it understands all of them', () => {
    const { status, stderr } = analyze('verify', ...units.map((name) => `./${name}`))
    expect([status, stderr]).toEqual([0, ''])
  })

  test.each(services)('%s is hardly exposed', (name) => {
    const { status, stdout } = analyze('security', '--offline=true', '--threshold=35', `./${name}`)
    expect(status, stdout.split('\n').at(-2)).toBe(0)
  })
})

test.each(services)('%s starts what is there', (name) => {
  const command = /^ExecStart=.*?\/node (.*?)'?$/m.exec(textOf(name))?.[1] ?? ''
  const files = command.split(' ').filter((word) => /^(node_modules|scripts)\//.test(word))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) expect(existsSync(join(root, file)), file).toBe(true)
})

test('a unit that systemd does not understand is noticed', () => {
  if (!hasSystemd) return
  writeFileSync(join(folder, 'wrong.service'), '[Service]\nExecStart=nowhere\nNoSuchSetting=1\n')
  expect(analyze('verify', './wrong.service').status).not.toBe(0)
})
