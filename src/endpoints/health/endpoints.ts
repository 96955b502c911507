import { defineEndpoint } from '../../lib/defineEndpoint'

/** `GET /api/health`: `{status: 'ok'}`, or `503` when the database does not answer. */
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
]

const noStore = { headers: { 'Cache-Control': 'no-store' } }
