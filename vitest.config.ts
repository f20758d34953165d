import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './libs/testkit/src/count-reporter.ts'],
    globalSetup: ['./libs/testkit/src/global-setup.ts'],
    include: ['{libs,services,gateway}/*/{src,tests}/**/*.test.ts', 'town/{src,tests}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
