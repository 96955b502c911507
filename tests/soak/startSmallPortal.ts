import type { TestProject } from 'vitest/node'
import startPortal from '../e2e/startPortal'

/**
 * The portal with little room for objects: on a large machine Node.js lets what nobody needs any more lie for gigabytes,
 * the more the faster it works, and nobody could tell that from what is kept for ever. Here that ends the process.
 */
export default function startSmallPortal(project: TestProject): Promise<() => Promise<void>> {
  return startPortal(project, { NODE_OPTIONS: '--max-old-space-size=384' })
}
