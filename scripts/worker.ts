import { startServer } from '../src/startServer'

/**
 * `npm run worker`: runs the portal's jobs (large imports, the weekly report) without a web server, on as many machines
 * as there are; the web nodes then run with `ROLE=web`. What it is at when it is stopped, is taken up by another or at its
 * next start.
 */
Object.assign(process.env, { NODE_ENV: 'production', ROLE: 'worker' })
// While its modules are loaded nothing else keeps it; see openPortal.ts.
setInterval(() => undefined, 60_000)
await startServer({ last: async () => process.exit(0) })
console.log('The worker runs jobs. Stop with Ctrl+C.')
