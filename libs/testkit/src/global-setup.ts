import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import type { TestProject } from 'vitest/node'
import { usesContainers } from './containers/uses-containers.ts'

/** One PostgreSQL for the whole test run; every test file makes a database of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env['ALLOW_VOLATILE_DATABASE'] = '1'
  const postgres = usesContainers ? await contained() : await embedded()
  project.provide('postgresUrl', postgres.url)
  return postgres.stop
}

async function contained() {
  const { containPostgres } = await import('./containers/containers.ts')
  return await containPostgres()
}

async function embedded() {
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-test-'))
  const postgres = await startPostgres({ dir, port: await freePort(), durable: false })
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
