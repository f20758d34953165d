import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const BACKENDS_END_WITHIN_MS = 5_000

/**
 * After a kill -9 a pid file stays, and PostgreSQL would refuse to start once that pid is given to another process.
 * The file may go only when no process of the old server is left: backends that outlive it still write to the data.
 */
export async function clearAwayRemains(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid')
  const written = await readFile(pidFile, 'utf8').catch(() => undefined)
  if (written === undefined) return
  const postmaster = Number(written.split('\n')[0])
  if ((await processesIn(data)).includes(postmaster))
    throw new Error(
      `PostgreSQL (process ${postmaster}) already runs on ${data}: stop it with kill -INT ${postmaster}`,
    )
  await endBackends(data)
  await rm(pidFile, { force: true })
}

/** Backends notice by themselves that their server is gone; one in a long computation is killed. */
async function endBackends(data: string): Promise<void> {
  const limit = Date.now() + BACKENDS_END_WITHIN_MS
  for (;;) {
    const left = await processesIn(data)
    if (left.length === 0) return
    if (Date.now() > limit + BACKENDS_END_WITHIN_MS)
      throw new Error(`Processes of an earlier PostgreSQL do not end: ${left.join(', ')}`)
    if (Date.now() > limit) for (const pid of left) process.kill(pid, 'SIGKILL')
    await sleep(50)
  }
}

/** Every PostgreSQL process works in its data folder. */
async function processesIn(data: string): Promise<readonly number[]> {
  const real = await realpath(data)
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const folders = await Promise.all(pids.map(pid => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => folders[index] === real).map(Number)
}
