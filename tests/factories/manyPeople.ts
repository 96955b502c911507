const syllables = ['ba', 'do', 'fi', 'gu', 'ke', 'la', 'mo', 'ni', 'pu', 're', 'sa', 'to', 'vi', 'wu', 'ze']

/** The first name and birth date (DD.MM.YYYY) of the nth of up to 30,000 people whom nobody would take for one another. */
export function nthPerson(index: number): { vorname: string; geburtsdatum: string } {
  // A prime step, so that those who follow each other differ in every syllable.
  const place = (index * 7_919) % 50_625
  const parts = [place, place / 15, place / 225, place / 3_375].map(
    (part) => syllables[Math.floor(part) % 15],
  )
  const day = String(1 + (index % 28)).padStart(2, '0')
  const month = String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')
  return { vorname: parts.join(''), geburtsdatum: `${day}.${month}.${1920 + (Math.floor(index / 336) % 90)}` }
}

/** A CRM export of so many people of one surname, with tickets `{nachname}-{from}` and so on. */
export function exportOfMany({
  nachname,
  count,
  from = 0,
  fach = 'Onkologie',
}: {
  nachname: string
  count: number
  from?: number
  /** What the second opinion is about. */
  fach?: string
}): File {
  const lines = ['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name']
  for (let index = from; index < from + count; index += 1) {
    const { vorname, geburtsdatum } = nthPerson(index)
    lines.push(
      `${nachname} | ${vorname} | ${geburtsdatum} |,"02.02.26, 08:50",Zweitmeinung ${fach},,${nachname}-${index}`,
    )
  }
  return new File([lines.join('\n')], `${nachname}.csv`)
}
