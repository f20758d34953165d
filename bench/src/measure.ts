import type { BenchProcess } from './bench-town.ts'
import { cpuOf, cpuOfMachine } from './process-cpu.ts'

/** What some work took: CPU of the serving processes in µs, by process, and of whoever is none of ours. */
export type Spent = {
  readonly byProcess: Readonly<Record<string, number>>
  readonly total: number
  /** Share of the machine's time that programs outside this benchmark used; 0 to 1. */
  readonly foreign: number
}

/** Does the work and says what it cost the processes; the load generator and this process itself are not counted. */
export async function measured<Result>(
  processes: readonly BenchProcess[],
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly spent: Spent }> {
  const before = await look(processes)
  const result = await work()
  const after = await look(processes)
  const byProcess = Object.fromEntries(
    processes.map(({ name }) => [name, (after.each.get(name) ?? 0) - (before.each.get(name) ?? 0)]),
  )
  const tookUs = (after.atMs - before.atMs) * 1_000 * navigator.hardwareConcurrency
  const ours = after.ours - before.ours
  return {
    result,
    spent: {
      byProcess,
      total: Object.values(byProcess).reduce((sum, value) => sum + value, 0),
      foreign: Math.max(0, (after.machine - before.machine - ours) / tookUs),
    },
  }
}

async function look(processes: readonly BenchProcess[]) {
  const [machine, ours, ...each] = await Promise.all([
    cpuOfMachine(),
    // All servers are children of this process, as the load generator is.
    cpuOf([process.pid]),
    ...processes.map(({ pid }) => cpuOf([pid])),
  ])
  return {
    atMs: performance.now(),
    machine,
    ours,
    each: new Map(processes.map(({ name }, index) => [name, each[index] ?? 0])),
  }
}
