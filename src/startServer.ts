import { getPayload, type Payload } from 'payload'
import { logRequests } from './lib/logging/logRequests'
import { noteClientAddress } from './lib/noteClientAddress'
import { readSettings } from './lib/settings'
import { takeUpInterrupted } from './services/takeUpInterrupted'
import { stopOnSignals } from './stopServer'
import { storeOf } from './store/storeOf'

/** Whether other processes have ended, each looks so often. */
const lookEveryMs = 15_000

/**
 * Starts the portal with the server instead of with the first request, so that a wrong setting or a database that will
 * not do ends the start with its reason; then takes up what the last process left undone, and runs the jobs, of which
 * the configuration has none for `ROLE=web`. `last` is done when the process is to end and its jobs have.
 */
export async function startServer({ last }: { last?: () => Promise<void> } = {}): Promise<void> {
  try {
    const { trustedProxies, role } = readSettings(process.env)
    noteClientAddress({ proxies: trustedProxies })
    const { default: config } = await import('@payload-config')
    const payload = await getPayload({ config })
    logRequests((line) => payload.logger.info(line))
    await takeUpInterrupted(payload, { isAlone: role === 'all' && storeOf(payload).isAlone })
    setInterval(() => void lookAgain(payload), lookEveryMs).unref()
    await getPayload({ config, cron: true })
    stopOnSignals({ payload, last })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** The same with a web server, which `ROLE=worker` has none of. */
export async function startWebServer(): Promise<void> {
  if (process.env.ROLE === 'worker') {
    console.error(
      'ROLE=worker answers no requests: start it with "npm run worker", and web nodes with ROLE=web.',
    )
    process.exit(1)
  }
  await startServer()
}

/** Other processes may end at any time; what they leave is taken up by those that go on. */
async function lookAgain(payload: Payload): Promise<void> {
  try {
    await takeUpInterrupted(payload, { isAlone: false })
  } catch (error) {
    payload.logger.error({ err: error, msg: 'What other processes left undone could not be looked for.' })
  }
}
