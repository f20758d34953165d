import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './libs/testkit/src/slowest-first.ts'

export default defineConfig({
  test: {
    reporters: ['default', './libs/testkit/src/count-reporter.ts'],
    globalSetup: ['./libs/testkit/src/global-setup.ts'],
    include: ['{libs,services,gateway}/*/{src,tests}/**/*.test.ts', '{town,bench,load-tests}/{src,tests}/**/*.test.ts'],
    sequence: { sequencer: SlowestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
