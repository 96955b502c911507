import { getPayload, type Payload } from 'payload'
import { noteClientAddress } from './lib/noteClientAddress'
import { readSettings } from './lib/settings'
import { reopenInterruptedImports } from './services/imports/reopenInterruptedImports'
import { releaseStaleJobs } from './services/releaseStaleJobs'
import { storeOf } from './store/storeOf'

/** How long an import or a job of another process may be silent before it counts as ended with its process. */
const importQuietMs = 30_000
const jobQuietMs = 30 * 60_000
const lookEveryMs = 60_000

/**
 * Starts the portal with the server instead of with the first request, so that a wrong setting or a database that will
 * not do ends the start with its reason; then takes up what the last process left undone, and runs the jobs.
 */
export async function startServer(): Promise<void> {
  try {
    noteClientAddress({ proxies: readSettings(process.env).trustedProxies })
    const { default: config } = await import('@payload-config')
    const payload = await getPayload({ config })
    await takeUpInterrupted(payload, storeOf(payload).isAlone)
    setInterval(() => void lookAgain(payload), lookEveryMs).unref()
    await getPayload({ config, cron: true })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** At the start of the only process everything is interrupted that has begun. */
async function takeUpInterrupted(payload: Payload, isAlone: boolean): Promise<void> {
  await reopenInterruptedImports(payload, { quietMs: isAlone ? 0 : importQuietMs })
  await releaseStaleJobs(payload, { quietMs: isAlone ? 0 : jobQuietMs })
}

/** Other processes may end at any time; what they leave is taken up by those that go on. */
async function lookAgain(payload: Payload): Promise<void> {
  try {
    await takeUpInterrupted(payload, false)
  } catch (error) {
    payload.logger.error({ err: error, msg: 'What other processes left undone could not be looked for.' })
  }
}
