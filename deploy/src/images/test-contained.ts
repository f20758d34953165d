import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import type { Engine } from './engine.ts'

/** Whose tests run on containers. */
export const CONTAINED = ['reservation', 'lottery', 'lock'] as const
const ALL = [
  ...CONTAINED.map(name => `services/${name}/tests`),
  'deploy/tests/service-image.test.ts',
] as const
const VITEST = path.join(repositoryRoot, 'node_modules/vitest/vitest.mjs')

/** The services' own tests with PostgreSQL and NATS in containers, and each service's image asked by its contract. */
export async function testContained({ inside }: Engine, files: readonly string[]): Promise<void> {
  await inside(
    [
      process.execPath,
      VITEST,
      'run',
      '--root',
      repositoryRoot,
      '--project',
      'together',
      ...(files.length > 0 ? files : ALL),
    ],
    // Ryuk, which would tidy up after a lost test, is an image from elsewhere; the engine ends with this command, and all in it.
    { TEST_CONTAINERS: '1', TESTCONTAINERS_RYUK_DISABLED: 'true' },
  )
}
