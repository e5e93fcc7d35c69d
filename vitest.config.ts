import { defineConfig } from 'vitest/config'

/** Pure tests share one process. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/{care,wire}/src/**/*.test.ts', 'tools/*.test.ts'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
    ],
  },
})
