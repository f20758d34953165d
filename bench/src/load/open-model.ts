import { setTimeout as pause } from 'node:timers/promises'

/**
 * Begins work at its time whether or not earlier work has ended, and measures each from the moment it was due: somebody who
 * has to wait before their request can even be sent waits all the same.
 */
export async function openModel<Result>(
  plan: { readonly arrivals: number; readonly perSecond: number },
  work: (nr: number) => Promise<Result>,
): Promise<readonly { readonly result: Result; readonly latencyMs: number }[]> {
  const begun = performance.now()
  const dueAt = (nr: number) => begun + (nr * 1_000) / plan.perSecond
  const all: Promise<{ readonly result: Result; readonly latencyMs: number }>[] = []
  const measured = async (nr: number) => {
    const result = await work(nr)
    return { result, latencyMs: performance.now() - dueAt(nr) }
  }
  while (all.length < plan.arrivals) {
    while (all.length < plan.arrivals && dueAt(all.length) <= performance.now())
      all.push(measured(all.length))
    await pause(1)
  }
  return Promise.all(all)
}
