import { startServer } from '../../src/startServer'

/** What a web node starts with, without Next; run by reportSchedule.test.ts. */
const payload = await startServer()
process.once('SIGTERM', async () => {
  await payload.destroy()
  process.exit(0)
})
setInterval(() => undefined, 60_000)
process.stdout.write('started\n')
