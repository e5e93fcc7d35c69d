import { defineConfig } from 'vitest/config'

/** Two kinds: pure tests share one process, store tests meet a real PostgreSQL that is started once for all of them. */
export default defineConfig({
  test: {
    // Many tests wait for PostgreSQL or for a program that starts: a core left free for the runner would stand idle.
    maxWorkers: '100%',
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
          // Each file has a database of its own; the modules of the program are read once a worker.
          isolate: false,
          globalSetup: ['packages/testkit/src/kernel/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
