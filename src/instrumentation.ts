/** Next calls this once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.ROLE === 'worker') {
    console.error(
      'ROLE=worker answers no requests: start it with "npm run worker", and web nodes with ROLE=web.',
    )
    process.exit(1)
  }
  const { startServer } = await import('./startServer')
  await startServer()
}
