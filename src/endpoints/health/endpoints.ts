import { defineEndpoint } from '../../lib/defineEndpoint'
import { checkReadiness } from '../../services/health/checkReadiness'

/**
 * `GET /api/health`: `{status: 'ok'}`, or `503` when the database does not answer. `GET /api/ready`: whether this node can
 * do its work, and which checks hold.
 */
export const healthEndpoints = [
  defineEndpoint({
    door: 'GET /api/health',
    handle: async ({ req }) => {
      try {
        await req.payload.db.count({ collection: 'yearly-summaries', where: { kw: { equals: 1 } }, req })
        return Response.json({ status: 'ok' }, noStore)
      } catch (error) {
        req.payload.logger.error({ err: error, msg: 'The database does not answer.' })
        return Response.json({ status: 'unavailable' }, { ...noStore, status: 503 })
      }
    },
  }),
  defineEndpoint({
    door: 'GET /api/ready',
    handle: async ({ req }) => {
      const checks = await checkReadiness({ req })
      const isReady = !Object.values(checks).includes('failed')
      const status = isReady ? 'ready' : 'unavailable'
      return Response.json({ status, checks }, { ...noStore, status: isReady ? 200 : 503 })
    },
  }),
]

const noStore = { headers: { 'Cache-Control': 'no-store' } }
