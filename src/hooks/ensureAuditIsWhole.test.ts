import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SanitizedConfig } from 'payload'
import { describe, expect, test } from 'vitest'
import {
  auditedCollections,
  auditedGlobals,
  isAuditedCollection,
  technicalDocuments,
} from '../domain/audit/auditedDocuments'
import { ensureAuditIsWhole } from './ensureAuditIsWhole'

type Part = { slug: string; names: readonly string[] }

const parts: Part[] = [
  ...Object.entries({ ...auditedCollections, ...auditedGlobals }).map(([slug, { fields, never }]) => ({
    slug,
    names: [...fields, ...never, 'id', 'createdAt', 'updatedAt'],
  })),
  ...Object.keys(technicalDocuments).map((slug) => ({ slug, names: ['whatever'] })),
]

const configOf = (named: readonly Part[]) =>
  ({
    collections: named.map(({ slug, names }) => ({ slug, flattenedFields: names.map((name) => ({ name })) })),
    globals: [],
  }) as unknown as SanitizedConfig

describe('the portal does not start', () => {
  test('with a collection of which is not said whether its writes are written down', () => {
    expect(() => ensureAuditIsWhole(configOf(parts))).not.toThrow()
    const another = [...parts, { slug: 'appointments', names: ['day'] }]
    expect(() => ensureAuditIsWhole(configOf(another))).toThrow(
      /appointments is neither audited nor named as technical/,
    )
  })

  test('with a field of an audited collection of which that is not said', () => {
    const another = parts.map((part) =>
      part.slug === 'users' ? { ...part, names: [...part.names, 'phone'] } : part,
    )
    expect(() => ensureAuditIsWhole(configOf(another))).toThrow(/the field users.phone is not in it/)
  })

  test('with something named that is not there', () => {
    const fewer = parts.filter(({ slug }) => slug !== 'sessions')
    expect(() => ensureAuditIsWhole(configOf(fewer))).toThrow(/sessions is in it and does not exist/)
    const short = parts.map((part) =>
      part.slug === 'allowed-domains' ? { ...part, names: ['domain'] } : part,
    )
    expect(() => ensureAuditIsWhole(configOf(short))).toThrow(
      /allowed-domains.role is in it and does not exist/,
    )
  })
})

/**
 * Who writes audited collections, or such as a variable names, past Payload's hooks, with what writes it down: a file that
 * is not named here does it without an entry.
 */
const pastHooks: Readonly<Record<string, string>> = {
  'hooks/deleteUserTraces.ts': 'the deletion of the account',
  'hooks/openSessionOnLogin.ts': 'recordLogin, of a reset password',
  'hooks/recordLogin.ts': 'lastLogin, which no entry names',
  'services/cases/saveCase.ts': 'the save that follows; updatedAt, which no entry names',
  'services/erasure/eraseRowsOfImport.ts': 'itself',
  'services/imports/importStatus.ts': 'the import, undoing and expiry that move it',
  'services/imports/previewImport.ts': 'itself',
  'services/mails/queueEmail.ts': 'nothing: a mail of the portal',
  'services/mails/sendAgain.ts': 'itself',
  'services/mails/sendMail.ts': 'nothing: a mail on its way',
  'services/registration/admission.ts': 'registerAccount, when the invitation is used',
  'services/registration/changeInvitation.ts': 'itself',
  'services/registration/createInvitation.ts': 'itself',
  'services/registration/mailConfirmation.ts': 'nothing: a token',
  'services/registration/registerAccount.ts': 'itself',
  'services/reports/storeReport.ts': 'itself',
  'services/reports/settleCurrentReport.ts': 'nothing: isCurrent follows from the versions',
  'services/secondFactor/removeSecondFactor.ts': 'itself',
  'services/sessions/endAllSessionsOf.ts': 'whoever ends them; sessionEpoch, which no entry names',
  'services/sessions/openSession.ts': 'recordLogin',
  'services/takeUpInterrupted.ts': 'nothing: who has a mail on its way',
  'services/users/resetToken.ts': 'recordLogin; the token, which no entry names',
}

test('every file that writes past Payload’s hooks is known, with what writes it down', () => {
  const source = fileURLToPath(new URL('../', import.meta.url))
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^(store|migrations)/.test(name))
    .map((name) => join(source, name))
  // In several writes that are stored together the collection stands by itself.
  const together = /\b(?:create|update): '([\w-]+)'/g
  const write = /\bdb\s*\.(?:create|updateOne|updateMany|upsert|deleteOne|deleteMany)(?:<\w+>)?\(\{([^}]*)/g
  const found = files.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    const slugs = [
      ...[...text.matchAll(write)].map(([, call = '']) => /collection: '([\w-]+)'/.exec(call)?.[1] ?? ''),
      ...[...text.matchAll(together)].map(([, slug = '']) => slug),
    ]
    return slugs.filter((slug) => slug === '' || isAuditedCollection(slug)).map(() => relative(source, path))
  })
  expect([...new Set(found)].sort()).toEqual(Object.keys(pastHooks).sort())
})
