import { setTimeout as pause } from 'node:timers/promises'
import type { Call } from '@asaichi/bus/call.ts'
import { progressOf } from '@asaichi/contract/town/town.ts'

const QUIET_WITHIN_MS = 20_000
const LOOK_EVERY_MS = 50

/** Waits until the facts of a run are told and heard, so that its cost is its own and the next run's too. */
export async function untilQuiet(call: Call): Promise<void> {
  const until = performance.now() + QUIET_WITHIN_MS
  while (performance.now() < until) {
    const states = await Promise.all(
      (['reservation', 'catalog'] as const).map(service => call(progressOf(service), {})),
    )
    if (states.every(state => state.ok && !state.value.busy)) return
    await pause(LOOK_EVERY_MS)
  }
}
