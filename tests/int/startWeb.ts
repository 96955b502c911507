import { startServer } from '../../src/startServer'

/** What a web node starts with, without Next; run by reportSchedule.test.ts. */
setInterval(() => undefined, 60_000)
await startServer({ last: async () => process.exit(0) })
process.stdout.write('started\n')
