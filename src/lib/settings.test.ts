import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from './settings'

const folder = () => mkdtempSync(join(tmpdir(), 'portal-settings-'))

test('without any setting the portal runs on one file in DATA_DIR', () => {
  const dataDir = folder()
  expect(readSettings({ DATA_DIR: dataDir })).toMatchObject({
    databaseUri: `file:${dataDir}/portal.db`,
    port: 3000,
    publicUrl: 'http://localhost:3000',
    smtp: null,
    role: 'all',
  })
})

test.each(['web', 'worker', 'all'])('a process can be started as %s', (role) => {
  expect(readSettings({ DATA_DIR: folder(), ROLE: role })).toMatchObject({ role })
})

test('the secret is made once, readable by its owner alone', () => {
  const dataDir = folder()
  const first = readSettings({ DATA_DIR: dataDir }).secret
  expect(first.length).toBeGreaterThanOrEqual(32)
  expect(readSettings({ DATA_DIR: dataDir }).secret).toBe(first)
  expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0)
})

test('an empty variable counts as none', () => {
  expect(readSettings({ DATA_DIR: folder(), SMTP_HOST: '', PORT: '' })).toMatchObject({
    smtp: null,
    port: 3000,
  })
})

test.each([
  ['PORT', '70000'],
  ['PORT', 'abc'],
  ['ROLE', 'jobs'],
  ['DATABASE_URI', 'postgres://x'],
  ['PUBLIC_URL', 'ftp://x'],
  ['PAYLOAD_SECRET', 'short'],
  ['SMTP_FROM', 'nobody'],
])('a wrong %s stops the start and is named', (name, value) => {
  const start = () => readSettings({ DATA_DIR: folder(), [name]: value })
  expect(start).toThrow(SettingsError)
  expect(start).toThrow(name)
})

test('every wrong setting is named at once', () => {
  expect(() => readSettings({ DATA_DIR: folder(), PORT: '0', PUBLIC_URL: 'x' })).toThrow(
    /PORT[\s\S]*PUBLIC_URL/,
  )
})

test('MongoDB needs a secret of its own', () => {
  const env = { DATA_DIR: folder(), DATABASE_URI: 'mongodb://localhost/portal' }
  expect(() => readSettings(env)).toThrow('PAYLOAD_SECRET')
  expect(readSettings({ ...env, PAYLOAD_SECRET: 'x'.repeat(32) }).databaseUri).toBe(env.DATABASE_URI)
})

test('no proxy is believed unless it is told how many there are', () => {
  expect(readSettings({ DATA_DIR: folder() }).trustedProxies).toBe(0)
  expect(readSettings({ DATA_DIR: folder(), TRUST_PROXY: '2' }).trustedProxies).toBe(2)
  for (const wrong of ['true', '-1', '1.5'])
    expect(() => readSettings({ DATA_DIR: folder(), TRUST_PROXY: wrong })).toThrow(/TRUST_PROXY/)
})

const bucket = {
  S3_BUCKET: 'portal-files',
  S3_REGION: 'eu-central-1',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
}

test('without S3_… files are on the disk; with all that is needed they are in the bucket', () => {
  expect(readSettings({ DATA_DIR: folder() }).s3).toBeNull()
  expect(readSettings({ DATA_DIR: folder(), ...bucket }).s3).toEqual({
    bucket: 'portal-files',
    region: 'eu-central-1',
    endpoint: undefined,
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    isPathStyle: false,
    prefix: '',
  })
})

test('a server of one’s own is asked by path unless told otherwise', () => {
  const own = { ...bucket, S3_ENDPOINT: 'https://s3.example.org/', S3_PREFIX: 'portal/production' }
  expect(readSettings({ DATA_DIR: folder(), ...own }).s3).toMatchObject({
    endpoint: 'https://s3.example.org',
    isPathStyle: true,
    prefix: 'portal/production/',
  })
  expect(readSettings({ DATA_DIR: folder(), ...own, S3_PATH_STYLE: 'false' }).s3?.isPathStyle).toBe(false)
})

test.each(Object.keys(bucket))('a bucket without %s stops the start, which names it', (name) => {
  const start = () => readSettings({ DATA_DIR: folder(), ...bucket, [name]: '' })
  expect(start).toThrow(SettingsError)
  expect(start).toThrow(`${name}: is required when S3_`)
})

test.each([
  ['S3_BUCKET', 'no/bucket'],
  ['S3_ENDPOINT', 's3.example.org'],
  ['S3_PATH_STYLE', 'yes'],
  ['S3_PREFIX', '/portal'],
  ['S3_PREFIX', 'portal/../other'],
])('%s=%s stops the start and is named', (name, value) => {
  const start = () => readSettings({ DATA_DIR: folder(), ...bucket, [name]: value })
  expect(start).toThrow(SettingsError)
  expect(start).toThrow(name)
})
