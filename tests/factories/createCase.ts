import { addDays, type CalendarDate } from '../../src/domain/calendar/calendarDate'
import type { Fallgruppe } from '../../src/domain/cases/caseFields'
import type { CaseValues } from '../../src/domain/cases/caseValues'
import { createPerson } from './people'
import type { Random } from './random'

const groups = [
  [
    'onko',
    'Zweitmeinung Onkologie',
    ['Mammakarzinom links', 'Kolonkarzinom nach OP', 'Bronchialkarzinom', 'Lymphom – Zweitlinie'],
  ],
  ['kardio', 'Zweitmeinung Kardiologie', ['Aortenklappe, TAVI?', 'Koronare Herzkrankheit', 'Vorhofflimmern']],
  ['intensiv', 'Zweitmeinung Intensiv', ['Langzeitbeatmung', 'Weaning']],
  ['galle', 'Zweitmeinung Gallenblase', ['Gallensteine', 'Cholezystektomie empfohlen']],
  ['sd', 'Zweitmeinung Schilddrüse', ['Struma', 'Knoten, Punktion?']],
] as const satisfies readonly (readonly [Fallgruppe, string, readonly string[]])[]
/** How often each group occurs, out of twelve. */
const shares = [0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 4, 4] as const

const codes: Record<Fallgruppe, readonly string[]> = {
  onko: ['C50.1', 'C50.4', 'C18.7', 'C34.1', 'C61', 'C83.3', 'C50.9, C79.5', 'C25.0', 'C20'],
  kardio: ['I35.0', 'I25.1', 'I48.0', 'I42.0'],
  intensiv: ['J96.1', 'G72.8'],
  galle: ['K80.2', 'K80.1'],
  sd: ['E04.1', 'E04.2', 'C73'],
}

/**
 * A case of a day as it would stand `ageInDays` later: old ones have run their course, young ones still wait for
 * ICD and coding. Values are case fields before the rules are applied.
 */
export function createCase({
  random,
  datum,
  ageInDays,
}: {
  random: Random
  datum: string
  ageInDays: number
}): CaseValues {
  const [fallgruppe, modul, topics] = groups[random.pick(shares)]
  const base: CaseValues = {
    ...createPerson(random),
    datum,
    fallgruppe,
    modul,
    thema: random.pick<string>(topics),
    crmTicketId: `DEMO-${String(random.between(0, 999_999_999)).padStart(9, '0')}`,
    quelle: 'crm',
    versicherung: 'DAK-Gesundheit',
    evn: random.chance(0.9),
    kurzbeschreibung: 'Zweitmeinung zur vorgeschlagenen Behandlung erbeten.',
    fragestellung: 'Ist die empfohlene Behandlung angezeigt? Gibt es Alternativen?',
  }
  return { ...base, ...icdOf({ random, fallgruppe, ageInDays }), ...courseOf({ random, datum, ageInDays }) }
}

function icdOf({
  random,
  fallgruppe,
  ageInDays,
}: {
  random: Random
  fallgruppe: Fallgruppe
  ageInDays: number
}): CaseValues {
  const isEntered = ageInDays > 21 || (ageInDays > 7 && random.chance(0.6))
  return isEntered ? { icd: random.pick(codes[fallgruppe]) } : {}
}

type Course = { random: Random; datum: string; ageInDays: number }

function courseOf({ random, datum, ageInDays }: Course): CaseValues {
  if (ageInDays < 5) return {}
  const fate = random.next()
  if (fate < 0.1) return { ablehnung: true }
  if (fate < 0.15) return { abbruch: true }
  if (fate < 0.35) return {}
  const toDocuments = Math.min(waited({ random, atLeast: 2, often: 16 }), ageInDays)
  const unterlagenErhaltenAm = addDays(datum as CalendarDate, toDocuments)
  const received = { unterlagen: true, unterlagenErhaltenAm }
  if (ageInDays <= 14 || !random.chance(0.7)) return received
  const toOpinion = Math.min(toDocuments + waited({ random, atLeast: 4, often: 14 }), ageInDays)
  const gutachtenAm = addDays(datum as CalendarDate, toOpinion)
  return { ...received, gutachtenAm, ...opinionOf({ random, ageInDays }) }
}

/** Days of waiting: mostly a few, now and then far more. */
function waited({ random, atLeast, often }: { random: Random; atLeast: number; often: number }): number {
  const days = atLeast + random.between(0, often)
  return random.chance(0.15) ? days + random.between(7, 42) : days
}

function opinionOf({ random, ageInDays }: { random: Random; ageInDays: number }): CaseValues {
  const isCoded = ageInDays > 35 || random.chance(0.4)
  if (!isCoded) return { gutachten: true }
  const isAlternative = random.chance(0.4)
  const gutachtenTyp = isAlternative ? 'alternative' : 'bestaetigung'
  if (!random.chance(isAlternative ? 0.8 : 0.1))
    return { gutachten: true, gutachtenTyp, therapieaenderung: 'nein' }
  const flag = random.pick(['taDiagnosekorrektur', 'taUnterversorgung', 'taUebertherapie'] as const)
  return { gutachten: true, gutachtenTyp, therapieaenderung: 'ja', [flag]: true }
}
