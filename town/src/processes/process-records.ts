import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

/** One file per running part, so that a town that was killed can be cleared away by its guard or by the next start. */
const ProcessRecord = z.object({
  pid: z.int(),
  startedAt_ticks: z.string(),
  stopSignal: z.string(),
  exitsWithParent: z.boolean(),
})
export type ProcessRecord = z.infer<typeof ProcessRecord>

const POLL_MS = 50

export async function writeRecord(
  folder: string,
  name: string,
  record: Omit<ProcessRecord, 'startedAt_ticks'>,
) {
  const startedAt_ticks = startTimeOf(record.pid)
  if (startedAt_ticks === undefined) return
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, name), JSON.stringify({ ...record, startedAt_ticks }))
}

export async function removeRecord(folder: string, name: string): Promise<void> {
  await rm(path.join(folder, name), { force: true })
}

/** The recorded processes of the folder that are still alive. */
export async function survivors(folder: string): Promise<readonly ProcessRecord[]> {
  const names = await readdir(folder).catch(() => [])
  const records = await Promise.all(names.map(name => readRecord(path.join(folder, name))))
  return records.filter(record => record !== undefined).filter(isAlive)
}

export async function stopSurvivor(folder: string, name: string, grace_ms: number): Promise<void> {
  const record = await readRecord(path.join(folder, name))
  if (record !== undefined) await stopAll([record], grace_ms)
  await removeRecord(folder, name)
}

/** Asks each to end, waits at most `grace_ms` for all, then kills what is left. */
export async function stopAll(records: readonly ProcessRecord[], grace_ms: number): Promise<void> {
  for (const record of records) sendSignal(record, record.stopSignal)
  await untilGone(records, grace_ms)
  for (const record of records) sendSignal(record, 'SIGKILL')
  await untilGone(records, grace_ms)
}

export async function untilGone(records: readonly ProcessRecord[], limit_ms: number): Promise<void> {
  const limit = Date.now() + limit_ms
  while (records.some(isAlive) && Date.now() < limit) await sleep(POLL_MS)
}

function sendSignal(record: ProcessRecord, signal: string): void {
  if (!isAlive(record)) return
  try {
    process.kill(record.pid, signal)
  } catch {
    // It ended between the look and the signal.
  }
}

/** The kernel gives a pid again after a while; together with its start time it is that process and no other. */
export function isAlive(record: ProcessRecord): boolean {
  return startTimeOf(record.pid) === record.startedAt_ticks
}

/** The pid of the process's parent, undefined when the process is gone. */
export function parentOf(pid: number): number | undefined {
  const fields = statOf(pid)
  return fields && Number(fields[1])
}

function startTimeOf(pid: number): string | undefined {
  const fields = statOf(pid)
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19]
}

/** What the kernel says of a process from its state on (proc_pid_stat(5), fields 3 and following). */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may itself hold brackets and spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

async function readRecord(file: string): Promise<ProcessRecord | undefined> {
  try {
    return ProcessRecord.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}
