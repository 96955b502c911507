/** The portal's configuration as a script needs it, from the environment: as in production, and nothing printed but errors. */
export async function loadConfig() {
  // Migrations of the embedded database run at start only in production.
  Object.assign(process.env, { NODE_ENV: 'production' })
  process.env.LOG_LEVEL ??= 'error'
  // Modules are loaded by a thread that does not keep Node 20 waiting: with nothing else to wait for it would end, with 13.
  const keptAlive = setInterval(() => undefined, 60_000)
  const { default: config } = await import('../payload.config')
  clearInterval(keptAlive)
  return config
}
