import { defineConfig } from 'vitest/config'

export default defineConfig({
  // type-graphql loads graphql's CommonJS build; the tests must load the same one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['reflect-metadata', 'test/helpers/chance.ts'],
    globalSetup: ['test/helpers/world.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
