import type { CodingCase } from '../../../endpoints/codingQueue/contract'

/** What is chosen for a case before it is saved. */
export type Coding = {
  gutachtenTyp: 'bestaetigung' | 'alternative' | null
  therapieaenderung: 'ja' | 'nein' | null
  taDiagnosekorrektur: boolean
  taUnterversorgung: boolean
  taUebertherapie: boolean
}

/** Nothing chosen. */
export const noCoding: Coding = {
  gutachtenTyp: null,
  therapieaenderung: null,
  taDiagnosekorrektur: false,
  taUnterversorgung: false,
  taUebertherapie: false,
}

export const codingFlags = ['taDiagnosekorrektur', 'taUnterversorgung', 'taUebertherapie'] as const
export type CodingFlag = (typeof codingFlags)[number]

/** What a case holds already. */
export function codingOf(found: CodingCase): Coding {
  return {
    gutachtenTyp: found.gutachtenTyp,
    therapieaenderung: found.therapieaenderung ?? null,
    taDiagnosekorrektur: found.taDiagnosekorrektur === true,
    taUnterversorgung: found.taUnterversorgung === true,
    taUebertherapie: found.taUebertherapie === true,
  }
}

/** The flags stand for a change of therapy alone, so without one they go. */
export function chooseTherapy(coding: Coding, therapieaenderung: Coding['therapieaenderung']): Coding {
  if (therapieaenderung === 'ja') return { ...coding, therapieaenderung }
  return {
    ...coding,
    therapieaenderung,
    taDiagnosekorrektur: false,
    taUnterversorgung: false,
    taUebertherapie: false,
  }
}

/** Choosing a flag says that there is a change of therapy. */
export function toggleFlag(coding: Coding, flag: CodingFlag): Coding {
  return { ...coding, therapieaenderung: 'ja', [flag]: !coding[flag] }
}

/** What a key of the keyboard chooses; `null` when it chooses nothing. */
export function codingAfterKey(coding: Coding, key: string): Coding | null {
  switch (key.toLowerCase()) {
    case 'b':
      return { ...coding, gutachtenTyp: 'bestaetigung' }
    case 'a':
      return { ...coding, gutachtenTyp: 'alternative' }
    case 'j':
      return chooseTherapy(coding, 'ja')
    case 'n':
      return chooseTherapy(coding, 'nein')
    case '1':
      return toggleFlag(coding, 'taDiagnosekorrektur')
    case '2':
      return toggleFlag(coding, 'taUnterversorgung')
    case '3':
      return toggleFlag(coding, 'taUebertherapie')
    default:
      return null
  }
}
