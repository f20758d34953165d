import { addMs } from '@asaichi/calendar/instant.ts'
import type { AccessWindow } from './access-window.ts'
import { wasRefused } from './door-code-state.ts'
import type { Told } from './report.ts'

const DAY_MS = 24 * 3_600_000
/** V14: nothing in store opens for longer, not even at a lock that nobody reaches any more. */
const LIFE_MS = 28 * DAY_MS
/** The next one is drawn while the one before still opens. */
const OVERLAP_MS = 2 * DAY_MS
/** How long before its use a booking may be given one. */
const EARLY_MS = DAY_MS

export type Spare = Pick<Told, 'isOnLock' | 'result'> & { readonly codeId: string; readonly to: string }

export type SpareLife = { readonly window: AccessWindow; readonly staleAt: string }

export function spareLife(now: string): SpareLife {
  const to = addMs(now, LIFE_MS)
  return { window: { from: now, to }, staleAt: addMs(to, -OVERLAP_MS) }
}

/** Which of a door's store have to go, and how many are to be drawn: those that end soon still open, but count no more. */
export function reviseStore(
  store: readonly Spare[],
  { wanted, now }: { readonly wanted: number; readonly now: string },
): { readonly leaving: readonly string[]; readonly missing: number } {
  const good = wanted === 0 ? [] : store.filter(spare => now < spare.to && !isUseless(spare))
  const fresh = good.filter(({ to }) => addMs(now, OVERLAP_MS) < to)
  const kept = new Set(good.map(({ codeId }) => codeId))
  return {
    leaving: store.map(({ codeId }) => codeId).filter(codeId => !kept.has(codeId)),
    missing: Math.max(0, wanted - fresh.length),
  }
}

/** One without room waits until there is some. */
function isUseless(spare: Spare): boolean {
  return spare.result !== 'no-room' && wasRefused(spare)
}

/** One that the lock itself says to hold, and that opens until the use is over even at a lock which hears nothing more. */
export function chooseSpare<S extends Spare>(store: readonly S[], use: AccessWindow): S | undefined {
  return store
    .filter(({ isOnLock, to }) => isOnLock && use.to <= to)
    .toSorted((one, other) => (one.to < other.to ? -1 : 1))[0]
}

export function isTooEarly(use: AccessWindow, now: string): boolean {
  return now < addMs(use.from, -EARLY_MS)
}
