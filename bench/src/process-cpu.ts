import { readFile } from 'node:fs/promises'

// Linux counts CPU time for its readers in hundredths of a second, whatever the kernel's own tick is.
const TICK_US = 10_000

/** CPU time of the processes and all their children, living or ended, in µs since they began. */
export async function cpuOf(pids: readonly number[]): Promise<number> {
  const ticks = await Promise.all(pids.map(pid => treeTicks(pid)))
  return sum(ticks) * TICK_US
}

/** CPU time anybody used on this machine, in µs since it started. */
export async function cpuOfMachine(): Promise<number> {
  return busyTicks(await readFile('/proc/stat', 'utf8')) * TICK_US
}

/** Own time and that of the children it has waited for, of `/proc/<pid>/stat`; a program's name may hold spaces and brackets. */
export function ticksIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), of which the first two are cut off.
  return sum(fields.slice(11, 15).map(Number))
}

/** Everything but idle and waiting for a disk, of the first line of `/proc/stat`. */
export function busyTicks(stat: string): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (stat.split('\n')[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return user + nice + system + irq + softirq + steal
}

async function treeTicks(pid: number): Promise<number> {
  const [stat, children] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''),
  ])
  // A child that ended between two looks is counted by its parent.
  if (stat === '') return 0
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map(child => treeTicks(Number(child))),
  )
  return ticksIn(stat) + sum(below)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
