import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './libs/testkit/src/slowest-first.ts'

/** Chromium takes both cores for minutes, and tests beside it would wait past their deadlines. */
const ALL_SCREENS = 'gateway/web/tests/matrix.test.ts'
/** Its figures are times of a slow phone, which neighbours on the same cores would lengthen. */
const MEASURED_ALONE = 'gateway/web/tests/budgets.test.ts'

/** Asks images, which `npm run images -- containers` builds first. */
const OF_IMAGES = 'deploy/tests/service-image.test.ts'

/** Tests beside their file and of pure libraries: no database, bus, broker, process or browser. Small enough to share a worker. */
const QUICK = [
  '{libs,services,gateway,bridge}/*/src/**/*.test.ts',
  '{town,city,deploy,bench,load-tests}/src/**/*.test.ts',
  'libs/contract/tests/**/*.test.ts',
  '{lint,planted}/tests/**/*.test.ts',
]

export default defineConfig({
  test: {
    reporters: ['default', './libs/testkit/src/count-reporter.ts'],
    sequence: { sequencer: SlowestFirst },
    // For what would otherwise never end; how long something takes is no rule of the town, and a loaded machine is slow.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: QUICK,
          isolate: false,
          setupFiles: ['./libs/testkit/src/chance/property-runs.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: [
            '{libs,services,gateway,bridge}/*/tests/**/*.test.ts',
            '{town,city,deploy,bench,load-tests}/tests/**/*.test.ts',
          ],
          exclude: [
            ...QUICK,
            ALL_SCREENS,
            MEASURED_ALONE,
            ...(process.env['TEST_CONTAINERS'] === '1' ? [] : [OF_IMAGES]),
          ],
          globalSetup: ['./libs/testkit/src/global-setup.ts'],
        },
      },
      { extends: true, test: { name: 'screens', include: [ALL_SCREENS], sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'alone', include: [MEASURED_ALONE], sequence: { groupOrder: 2 } } },
    ],
  },
})
