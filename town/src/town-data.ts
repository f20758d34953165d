import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { removePostgresData } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { stopAll, survivors } from './processes/process-records.ts'

// What is not data: the nats-server that took a minute to build, programs that set-up fetched, earlier builds, compiled code.
const KEPT = new Set(['bin', 'tools', 'builds', 'cache'])
const STOP_MS = 3_000

/** Begins anew: removes what the town has kept in its folder, after ending what a killed town may have left running. */
export async function removeTownData(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  await stopAll(await survivors(path.join(dir, 'run')), STOP_MS)
  await removePostgresData(path.join(dir, 'postgres'))
  const names = (await readdir(dir)).filter(name => !KEPT.has(name))
  await Promise.all(names.map(name => rm(path.join(dir, name), { recursive: true, force: true })))
}
