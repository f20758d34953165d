import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import type { TestProject } from 'vitest/node'

/** One PostgreSQL for the whole test run; every test file makes a database of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env['ALLOW_VOLATILE_DATABASE'] = '1'
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-test-'))
  const postgres = await startPostgres({ dir, port: await freePort(), durable: false })
  project.provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
