import { type Gate, type Role, roles } from '../../access/hasRole'
import type { Rule } from '../../access/rule'
import type { Language } from '../../domain/language'
import type { ApiOperation, Reach } from './openApi'

const words = {
  de: {
    anybody: 'Ohne Anmeldung.',
    for: 'Für',
    own: 'nur Eigenes',
    passwordChangeRequired: 'Auch, solange das Passwort zu ändern ist.',
    mfaEnrolmentRequired: 'Auch, solange der zweite Faktor einzurichten ist.',
  },
  en: {
    anybody: 'Without a login.',
    for: 'For',
    own: 'their own only',
    passwordChangeRequired: 'Also while the password is to be changed.',
    mfaEnrolmentRequired: 'Also while the second factor is to be set up.',
  },
} satisfies Record<Language, Record<Gate | 'anybody' | 'for' | 'own', string>>

/** How far each role gets by a rule of the table. */
export function reachOf(rule: Rule): ApiOperation['x-roles'] {
  const { roles: all, rows } = rule
  if (all === 'anybody') return 'anybody'
  const reach = (role: Role): Reach => (all.includes(role) ? 'all' : rows ? 'own' : 'none')
  return Object.fromEntries(roleNames.map((role) => [role, reach(role)]))
}

/** The same as a sentence. */
export function rolesInWords({ rule, language }: { rule: Rule; language: Language }): string {
  const spoken = words[language]
  const reach = reachOf(rule)
  if (reach === 'anybody') return spoken.anybody
  const who = roleNames
    .filter((role) => reach[role] !== 'none')
    .map((role) => `${roles[role][language]}${reach[role] === 'own' ? ` (${spoken.own})` : ''}`)
  return [`${spoken.for}: ${who.join(', ')}.`, ...(rule.openAt ?? []).map((gate) => spoken[gate])].join(' ')
}

/** The roles that a rule lets in, as they stand at a field. */
export function rolesOf(rule: Rule): readonly string[] {
  const reach = reachOf(rule)
  return reach === 'anybody' ? roleNames : roleNames.filter((role) => reach[role] !== 'none')
}

const roleNames = Object.keys(roles) as Role[]
