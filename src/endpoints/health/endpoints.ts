import { defineEndpoint } from '../../lib/defineEndpoint'
import { OtherAnswer } from '../../lib/otherAnswer'
import { checkReadiness } from '../../services/health/checkReadiness'
import { healthOut, notHealthyOut, notReadyOut, readyOut } from './contract'

/**
 * `GET /api/health`: `{status: 'ok'}`, or `503` when the database does not answer. `GET /api/ready`: whether this node can
 * do its work, and which checks hold.
 */
export const healthEndpoints = [
  defineEndpoint({
    door: 'GET /api/health',
    title: { de: 'Ob die Datenbank antwortet', en: 'Whether the database answers' },
    output: healthOut,
    others: { 503: notHealthyOut },
    handle: async ({ req }) => {
      try {
        await req.payload.db.count({ collection: 'yearly-summaries', where: { kw: { equals: 1 } }, req })
        return { status: 'ok' as const }
      } catch (error) {
        req.payload.logger.error({ err: error, msg: 'The database does not answer.' })
        return new OtherAnswer(503, { status: 'unavailable' })
      }
    },
  }),
  defineEndpoint({
    door: 'GET /api/ready',
    title: { de: 'Ob dieser Knoten seine Arbeit tun kann', en: 'Whether this node can do its work' },
    output: readyOut,
    others: { 503: notReadyOut },
    handle: async ({ req }) => {
      const checks = await checkReadiness({ req })
      const isReady = !Object.values(checks).includes('failed')
      return isReady
        ? { status: 'ready' as const, checks }
        : new OtherAnswer(503, { status: 'unavailable', checks })
    },
  }),
]
