/**
 * How a German name sounds, as digits: Kölner Phonetik (H. J. Postel, IBM-Nachrichten 19, 1969). Takes a folded name,
 * a to z; other letters sound like nothing. `mueller` and `miller` are 657.
 */
export function koelnerPhonetik(name: string): string {
  let code = ''
  let last = ''
  for (let index = 0; index < name.length; index += 1) {
    for (const digit of soundAt(name, index)) {
      // A sound that goes on counts once; vowels count at the beginning only, but they end the sound before them.
      if (digit !== last && (digit !== '0' || code === '')) code += digit
      last = digit
    }
  }
  return code
}

const plainSounds: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    0: 'aeijouy',
    1: 'b',
    3: 'fvw',
    4: 'gkq',
    5: 'l',
    6: 'mn',
    7: 'r',
    8: 'sz',
  }).flatMap(([digit, letters]) => [...letters].map((letter) => [letter, digit])),
)

function soundAt(name: string, index: number): string {
  const letter = name.charAt(index)
  const before = name.charAt(index - 1)
  const after = name.charAt(index + 1)
  if (letter === 'p') return after === 'h' ? '3' : '1'
  if (letter === 'd' || letter === 't') return isAmong(after, 'csz') ? '8' : '2'
  if (letter === 'x') return isAmong(before, 'ckq') ? '8' : '48'
  if (letter === 'c') return soundOfC({ before, after, isFirst: index === 0 })
  return plainSounds[letter] ?? ''
}

function soundOfC({ before, after, isFirst }: { before: string; after: string; isFirst: boolean }): string {
  if (isFirst) return isAmong(after, 'ahkloqrux') ? '4' : '8'
  return isAmong(after, 'ahkoqux') && !isAmong(before, 'sz') ? '4' : '8'
}

/** Beyond the end of a name there is no letter, which is among none. */
function isAmong(letter: string, letters: string): boolean {
  return letter !== '' && letters.includes(letter)
}
