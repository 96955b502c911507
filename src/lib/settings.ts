import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type MfaPolicy, mfaPolicies } from '../domain/users/mfaPolicy'
import { emptyIsAbsent } from './emptyIsAbsent'
import { missingForS3, type S3Place, s3PlaceOf, s3Variables } from './s3Settings'

const optionalText = z.preprocess(emptyIsAbsent, z.string().optional())
const port = z.coerce.number().int().min(1).max(65_535)

const variables = z.object({
  ...s3Variables,
  DATABASE_URI: z.preprocess(
    emptyIsAbsent,
    z
      .string()
      .regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)$/, 'must start with file:, mongodb:// or mongodb+srv://')
      .optional(),
  ),
  PAYLOAD_SECRET: z.preprocess(emptyIsAbsent, z.string().min(32, 'needs at least 32 characters').optional()),
  PORT: z.preprocess(emptyIsAbsent, port.default(3000)),
  PUBLIC_URL: z.preprocess(emptyIsAbsent, z.url({ protocol: /^https?$/ }).default('http://localhost:3000')),
  DATA_DIR: z.preprocess(emptyIsAbsent, z.string().default('./data')),
  LOG_LEVEL: z.preprocess(
    emptyIsAbsent,
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
  ROLE: z.preprocess(emptyIsAbsent, z.enum(['web', 'worker', 'all']).default('all')),
  TRUST_PROXY: z.preprocess(emptyIsAbsent, z.coerce.number().int().min(0).max(10).default(0)),
  MFA_POLICY: z.preprocess(emptyIsAbsent, z.enum(mfaPolicies).optional()),
  SMTP_HOST: optionalText,
  SMTP_PORT: z.preprocess(emptyIsAbsent, port.default(587)),
  SMTP_USER: optionalText,
  SMTP_PASSWORD: optionalText,
  SMTP_FROM: z.preprocess(emptyIsAbsent, z.email().default('zweitmeinung@localhost.localdomain')),
})

const environment = variables.superRefine((values, context) => {
  for (const { name, message } of missingForS3(values))
    context.addIssue({ code: 'custom', path: [name], message })
})

/** What the portal is started with (SPEC §9). Folders are absolute paths. */
export type Settings = {
  databaseUri: string
  secret: string
  port: number
  publicUrl: string
  /** How many proxies stand before the portal, each of which tells whom it was asked by in `X-Forwarded-For`. */
  trustedProxies: number
  dataDir: string
  /** Logs are JSON lines on standard output. */
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** What this process does: answer requests (`web`), run jobs (`worker`), or both. */
  role: 'web' | 'worker' | 'all'
  /** Whom the second factor is required of, until an admin sets it otherwise. */
  mfaPolicy: MfaPolicy
  smtp: { host: string; port: number; user?: string; password?: string } | null
  mailFrom: string
  /** The bucket that reports and the heads of the audit log are kept in; `null`: in `DATA_DIR`. */
  s3: S3Place | null
}

/** A wrong setting stops the start; the message names each one. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Reads and checks the settings; makes `DATA_DIR` and, for the embedded database, the secret. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`These settings are wrong; see README, "Settings":\n${lines.join('\n')}`)
  }
  const values = parsed.data
  const dataDir = resolve(values.DATA_DIR)
  const databaseUri = values.DATABASE_URI ?? `file:${join(dataDir, 'portal.db')}`
  mkdirSync(dataDir, { recursive: true })
  return {
    databaseUri,
    secret: values.PAYLOAD_SECRET ?? secretFor({ databaseUri, dataDir }),
    port: values.PORT,
    publicUrl: values.PUBLIC_URL.replace(/\/$/, ''),
    trustedProxies: values.TRUST_PROXY,
    dataDir,
    logLevel: values.LOG_LEVEL,
    role: values.ROLE,
    mfaPolicy: values.MFA_POLICY ?? (env.NODE_ENV === 'production' ? 'admins' : 'optional'),
    smtp: values.SMTP_HOST
      ? {
          host: values.SMTP_HOST,
          port: values.SMTP_PORT,
          user: values.SMTP_USER,
          password: values.SMTP_PASSWORD,
        }
      : null,
    mailFrom: values.SMTP_FROM,
    s3: s3PlaceOf(values),
  }
}

function secretFor({ databaseUri, dataDir }: { databaseUri: string; dataDir: string }): string {
  if (process.env.NEXT_PHASE === 'phase-production-build')
    return 'the build never signs anything, so this is no secret'
  if (!databaseUri.startsWith('file:')) {
    throw new SettingsError(
      'These settings are wrong; see README, "Settings":\n  PAYLOAD_SECRET: is required when DATABASE_URI is not the embedded database',
    )
  }
  // The build must not take the secret of the machine it runs on for a part of the server.
  const path = join(/* turbopackIgnore: true */ dataDir, 'secret')
  if (!existsSync(path))
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}
