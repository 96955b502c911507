import type { PayloadRequest } from 'payload'
import { importIcdCatalogue } from '../src/services/icd/importIcdCatalogue'
import { loadIcdCatalogue } from '../src/services/icd/loadIcdCatalogue'
import type { Measurement } from './measure'

const lineCount = 17_000
const searches = ['c50', 'C50.1', 'neubildung drüse', 'bosartig 77', 'kein solches Wort']

/** Storing an ICD catalogue of its usual size in place of the last one, loading it, and searching it. */
export async function benchCatalogue(req: PayloadRequest): Promise<Measurement[]> {
  const filename = 'icd10gm2026syst_kodes.txt'
  const bytes = catalogueFile()
  await importIcdCatalogue({ req, filename, bytes })
  const start = performance.now()
  const { total } = await importIcdCatalogue({ req, filename, bytes })
  const stored = performance.now()
  const catalogue = await loadIcdCatalogue(req.payload)
  const loaded = performance.now()
  if (total !== lineCount || !catalogue) throw new Error(`${total} of ${lineCount} codes were stored.`)
  for (const text of searches) catalogue.search({ text, limit: 20 })
  const searched = (performance.now() - loaded) / searches.length
  const size = `ICD catalogue of ${lineCount.toLocaleString('en')} lines`
  return [
    { name: `import of an ${size}`, value: stored - start, unit: 'ms', target: '≤ 1,000 ms' },
    { name: `load of an ${size}`, value: loaded - stored, unit: 'ms', target: '' },
    { name: `search in an ${size}`, value: searched, unit: 'ms', target: '≤ 20 ms' },
  ]
}

/** As many different codes as lines, with titles as long as they usually are. */
function catalogueFile(): Uint8Array {
  const lines = Array.from({ length: lineCount }, (_, index) => {
    const letter = String.fromCharCode(65 + Math.floor(index / 1_000))
    const code = `${letter}${String(Math.floor(index / 10) % 100).padStart(2, '0')}.${index % 10}`
    const title = `Bösartige Neubildung der Drüse, mehrere Teilbereiche überlappend, Nummer ${index % 100}`
    const before = ['4', index % 5 ? 'T' : 'N', 'X', '02', letter, code, code, code.replace('.', ''), title]
    return [...before, '', '', '', 'P', 'P', ...Array.from({ length: 14 }, () => '9')].join(';')
  })
  return new TextEncoder().encode(lines.join('\r\n'))
}
