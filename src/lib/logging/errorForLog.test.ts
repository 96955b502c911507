import { expect, test } from 'vitest'
import { AppError } from '../appError'
import { errorForLog } from './errorForLog'

const texts = (error: unknown) => JSON.stringify(errorForLog(error))

test('a refusal is logged by its codes: its sentences name what was entered', () => {
  const message = '„Tonn-Grau“ ist kein Datum.'
  const logged = errorForLog(new AppError({ status: 422, errors: [{ code: 'date', message }] }))
  expect(logged).toMatchObject({ type: 'AppError', message: 'date', status: 422 })
  expect(JSON.stringify(logged)).not.toContain('Tonn')
})

test('what databases say of a row is left out', () => {
  const failures = [
    'Failed query: insert into `cases` (`nachname`) values (?)\nparams: Tonn,1960-04-28,D410126355',
    'E11000 duplicate key error collection: portal.cases index: fallId_1 dup key: { fallId: "2026-06-onko-Tonn" }',
    'Cast to ObjectId failed for value "Tonn" (type string) at path "_id"',
    `Unexpected token 'T', "Tonn | Regina" is not valid JSON`,
    'Mail to regina.tonn@example.org was refused',
    'KVNR D410126355 is there twice',
  ]
  for (const message of failures) {
    expect(texts(new Error(message))).not.toMatch(/tonn|regina|D410126355|1960/i)
    expect(texts(new Error('outside', { cause: new Error(message) }))).not.toMatch(/tonn|regina|D410126355/i)
  }
})

test('what happened and where stays', () => {
  const logged = errorForLog(new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed: cases.fall_id'))
  expect(logged.message).toBe('SQLITE_CONSTRAINT: UNIQUE constraint failed: cases.fall_id')
  expect(logged.stack[0]).toMatch(/^at .*errorForLog\.test/)
})

test('what is thrown and is no error is described as well', () => {
  expect(errorForLog('gone')).toEqual({ type: 'string', message: 'gone', stack: [] })
})
