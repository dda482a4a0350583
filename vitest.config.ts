import { defineConfig } from 'vitest/config'
import { patience } from './test/support/many.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/server.ts'],
    setupFiles: ['test/support/seed.ts'],
    chaiConfig: { truncateThreshold: 1000 },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: patience(90_000),
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 20 } },
  },
})
