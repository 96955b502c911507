import { parseArgs } from 'node:util'
import type { AuditHead } from '../src/domain/audit/seals/auditSeal'
import { describeFinding } from '../src/domain/audit/seals/sealFinding'
import { sealAudit } from '../src/services/audit/sealAudit'
import { verifyAudit } from '../src/services/audit/verifyAudit'
import { openPortal } from './openPortal'

/**
 * `npm run verify-audit [-- --seal] [--head NUMBER:HASH …]`: compares the audit log with its seals, with the heads noted
 * apart from the database and with those given, and names what is altered, missing, swapped or cut off. `--seal` seals first what is not
 * yet. Exit code 1 when anything was found.
 */
const { values } = parseArgs({
  options: { seal: { type: 'boolean' }, head: { type: 'string', multiple: true } },
})
const given = (values.head ?? []).map(readHead)
const sayEvery = 100_000
const count = (number: number) => number.toLocaleString('en')

const { payload, close } = await openPortal()
try {
  if (values.seal) console.log(`${count(await sealAudit({ payload }))} entries sealed.`)
  let said = 0
  const tell = (entries: number) => {
    if (entries - said < sayEvery) return
    said = entries
    console.log(`  ${count(entries)} entries …`)
  }
  say(await verifyAudit({ payload, given, tell }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await close()
}

function say(found: Awaited<ReturnType<typeof verifyAudit>>): void {
  const { head, unsealed, notedHeads, unreadableHeads, findings } = found
  for (const finding of findings) console.error(describeFinding(finding))
  if (found.count > findings.length) console.error(`… and ${count(found.count - findings.length)} more.`)
  if (unreadableHeads > 0)
    console.error(
      `${unreadableHeads} noted lines (heads.log in DATA_DIR/audit, or in the bucket) are no heads.`,
    )
  const isWhole = found.count + unreadableHeads === 0
  console.log(
    `${count(head.number)} sealed entries ${isWhole ? 'are as they were sealed' : 'looked at'}, ` +
      `${count(notedHeads + given.length)} noted heads compared, ${count(unsealed)} entries not sealed yet.`,
  )
  if (head.number > 0) console.log(`Head to note elsewhere: ${head.number}:${head.hash}`)
  if (!isWhole) process.exitCode = 1
}

function readHead(text: string): AuditHead {
  const [, number, hash] = /^(\d+):([\w-]{43})$/.exec(text) ?? []
  if (number !== undefined && hash !== undefined) return { number: Number(number), hash }
  console.error(`--head ${text}: is not NUMBER:HASH, as verify-audit prints it at its end.`)
  process.exit(1)
}
