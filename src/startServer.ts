import { getPayload } from 'payload'
import { reopenInterruptedImports } from './services/imports/reopenInterruptedImports'

/**
 * Starts the portal with the server instead of with the first request, so that a wrong setting or a database that will
 * not do ends the start with its reason; then takes up what the last process left undone.
 */
export async function startServer(): Promise<void> {
  try {
    const { default: config } = await import('@payload-config')
    await reopenInterruptedImports(await getPayload({ config }))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
