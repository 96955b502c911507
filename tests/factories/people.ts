import type { Random } from './random'

const firstNames = [
  'Regina',
  'Luana',
  'Jürgen',
  'Käthe',
  'Björn',
  'Søren',
  'Anneliese',
  'Mehmet',
  'Oksana',
  'Friedrich',
  'Rüdiger',
  'Ingrid',
  'Thorsten',
  'Yasemin',
  'Wolfgang',
  'Dagmar',
  'Émile',
  'Hannelore',
  'Paweł',
  'Gisela',
  'Uwe',
  'Marlies',
]
const nameStarts = [
  'Ahorn',
  'Birken',
  'Distel',
  'Eichen',
  'Flieder',
  'Ginster',
  'Hasel',
  'Iris',
  'Kiefern',
  'Lärchen',
  'Mohn',
  'Nelken',
  'Pappel',
  'Quitten',
  'Rüben',
  'Schlehen',
  'Tannen',
  'Ulmen',
  'Veilchen',
  'Weiden',
  'Zypressen',
]
const nameEnds = [
  'acker',
  'bach',
  'brück',
  'feld',
  'grün',
  'hof',
  'kamp',
  'loß',
  'mann',
  'müller',
  'stein',
  'zahn',
]
const streets = ['Lindenweg', 'Am Mühlbach', 'Gartenstraße', 'Höhenweg', 'Marktgasse', 'Schulstraße']
const towns = [
  ['01067', 'Dresden'],
  ['20095', 'Hamburg'],
  ['24103', 'Kiel'],
  ['50667', 'Köln'],
  ['80331', 'München'],
  ['99084', 'Erfurt'],
] as const

export type Person = {
  anrede: string
  nachname: string
  vorname: string
  geburtsdatum: string
  kvnr: string
  strasse: string
  hausnummer: string
  plz: string
  ort: string
}

/** An invented person; names are put together from plants and landscape, so that nobody is meant. */
export function createPerson(random: Random): Person {
  const [plz, ort] = random.pick(towns)
  const particle = random.chance(0.03) ? 'von der ' : ''
  const second = random.chance(0.04) ? `-${random.pick(nameStarts)}${random.pick(nameEnds)}` : ''
  return {
    anrede: random.pick(['Frau', 'Herr']),
    nachname: `${particle}${random.pick(nameStarts)}${random.pick(nameEnds)}${second}`,
    vorname: random.pick(firstNames),
    geburtsdatum: `${random.between(1935, 2004)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    kvnr: createKvnr(random),
    strasse: random.pick(streets),
    hausnummer: String(random.between(1, 140)),
    plz,
    ort,
  }
}

/** A KVNR whose check digit is right (SPEC §4: digits weighted 1,2,1,2…, cross sums added, mod 10). */
export function createKvnr(random: Random): string {
  const letter = random.between(1, 26)
  const digits = Array.from({ length: 8 }, () => random.between(0, 9)).join('')
  const weighted = [...`${two(letter)}${digits}`].map(
    (digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2),
  )
  const sum = weighted.reduce((total, value) => total + Math.floor(value / 10) + (value % 10), 0)
  return `${String.fromCharCode(64 + letter)}${digits}${sum % 10}`
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}
