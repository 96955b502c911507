import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Unit tests lie beside their file; integration tests run the whole portal in process, a database per file. */
export default defineConfig({
  resolve: {
    alias: {
      '@payload-config': path('./payload.config.ts'),
      '@': path('./src'),
      // The one that Payload loads: the package has two, whose types do not know each other.
      graphql: path('./node_modules/graphql/index.js'),
    },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          setupFiles: ['tests/failOnConsoleError.ts'],
          // Some unpack hundreds of megabytes, and machines are busy: a hang ends the run, a slow minute does not.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['tests/int/**/*.test.ts'],
          setupFiles: ['tests/failOnConsoleError.ts', 'tests/int/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          server: { deps: { inline: [/@payloadcms\/(next|ui)/, /react-image-crop/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/e2e/image.test.ts'],
          globalSetup: ['tests/e2e/startPortal.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'image',
          include: ['tests/e2e/image.test.ts'],
          globalSetup: ['tests/e2e/startPortal.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'nodes',
          include: ['tests/nodes/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          globalSetup: ['tests/soak/startSmallPortal.ts'],
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
