import { defineConfig } from 'vitest/config'

/** Two kinds: pure tests share one process, store tests meet a real PostgreSQL that is started once for all of them. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/{care,wire,web}/src/**/*.test.ts', 'tools/*.test.ts'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['packages/{server,testkit}/src/**/*.test.ts'],
          globalSetup: ['packages/testkit/src/kernel/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
