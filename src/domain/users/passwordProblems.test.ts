import { expect, test } from 'vitest'
import { passwordProblems } from './passwordProblems'

const owner = { username: 'Maria Tonn', email: 'm.brückner@klinik-nord.example.org' }
const codes = (password: string) =>
  passwordProblems({ password, owner, field: 'password' }).map(({ code }) => code)

test.each([
  ['Kurz-ist-es', 'passwordTooShort'],
  ['😀'.repeat(11), 'passwordTooShort'],
  ['Zu lang, '.repeat(15), 'passwordTooLong'],
  ['Frau-MARIA-im-Garten-17', 'passwordPersonal'],
  ['mariatonn und die Katze', 'passwordPersonal'],
  ['die Bruckner wohnt hier', 'passwordPersonal'],
  ['auf Station in der Klinik', 'passwordPersonal'],
  ['passwort1234', 'passwordCommon'],
  ['Passwort2026!', 'passwordCommon'],
  ['P@ssw0rt2026!!', 'passwordCommon'],
  ['123456789012', 'passwordCommon'],
  ['qwertzuiopü+#', 'passwordCommon'],
  ['aaaaaaaaaaaaaaaaaaaa', 'passwordCommon'],
  ['Zweitmeinung2026', 'passwordCommon'],
  ['DAK-Gesundheit2026', 'passwordCommon'],
  ['iloveyouforever', 'passwordCommon'],
])('“%s” is refused: %s', (password, code) => {
  expect(codes(password)).toEqual([code])
})

test.each([
  'rosenkohl mag ich',
  'nur kleine buchstaben ohne ziffern',
  'Kx9vQ2mLp4Zt',
  '493817264058',
  'Übergrößenträger im Nebel',
  `${'Kx9vQ2mLp4Zt'.repeat(10)}12345678`,
])('“%s” will do: nothing is asked of its composition', (password) => {
  expect(codes(password)).toEqual([])
})

test('the user name is no problem where there is none', () => {
  expect(passwordProblems({ password: 'rosenkohl mag ich', owner: {}, field: 'password' })).toEqual([])
})

test('a problem names the field and not the password', () => {
  const password = 'Frau-Maria-im-Garten'
  expect(passwordProblems({ password, owner, field: 'newPassword' })).toEqual([
    { level: 'error', code: 'passwordPersonal', field: 'newPassword', value: null },
  ])
})
