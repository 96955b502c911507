/**
 * `npm run worker`: runs the portal's jobs (large imports, the weekly report, mails) without a web server, as many of
 * them as there are machines for. The web nodes then run with `ROLE=web`.
 */
Object.assign(process.env, { NODE_ENV: 'production', ROLE: 'worker' })
const { startServer } = await import('../src/startServer')
const payload = await startServer()
payload.logger.info('The worker runs jobs. Stop with Ctrl+C.')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    // Lets a job that is running end; what is not over by then is taken up by another process.
    await payload.destroy()
    process.exit(0)
  })
}
