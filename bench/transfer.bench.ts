import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openDatabaseCopy } from '../src/store/backup/openDatabaseCopy'
import { inOwnProcess } from './inOwnProcess'
import type { Measurement } from './measure'

const cases = 200_000

/** How fast an installation moves from the embedded database to MongoDB, everything compared; needs both. */
export async function benchTransfer(): Promise<Measurement[]> {
  const { DATABASE_URI: from = '', MONGODB_URI: mongo } = process.env
  if (!from.startsWith('file:') || !mongo) return []
  await inOwnProcess(new URL('fillOnce.ts', import.meta.url), [String(cases)])
  const to = new URL(mongo)
  to.pathname = `/bench_transfer_${process.pid}`
  const { documents, seconds, megabytes } = await transfer({ from, to: to.toString() })
  const target = await openDatabaseCopy(to.toString())
  await target.clear()
  await target.close()
  const name = `moving ${cases.toLocaleString('en')} cases to MongoDB (${documents.toLocaleString('en')} documents)`
  return [
    { name, value: documents / seconds, unit: 'doc/s', target: '' },
    { name: 'the same: memory', value: megabytes, unit: 'MB', target: '≤ 500 MB' },
  ]
}

/** Little room for objects: with more, Node.js lets what nobody needs any more lie, and nobody could tell that from what is kept. */
const room = '--max-old-space-size=256'

/** As a person would; the memory is the most that the process has had. */
async function transfer({ from, to }: { from: string; to: string }) {
  const script = fileURLToPath(new URL('../scripts/transfer.ts', import.meta.url))
  const begun = performance.now()
  const child = spawn(process.execPath, [room, '--import', 'tsx', script, '--from', from, '--to', to])
  let output = ''
  let megabytes = 0
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, residentOf(child.pid))
  }, 100)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(look)
  const [, documents] = /([\d,]+) documents carried/.exec(output) ?? []
  if (code !== 0 || !documents) throw new Error(`The transfer ended with ${code}:\n${output}`)
  return {
    documents: Number(documents.replaceAll(',', '')),
    seconds: (performance.now() - begun) / 1000,
    megabytes,
  }
}

/** Megabytes; on other systems than Linux it is not known. */
function residentOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
