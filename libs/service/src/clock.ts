/** Real time plus an offset, or standing still at `heldAt`. */
export type TownTime = { readonly offsetMs: number; readonly heldAt: string | null }

/**
 * The process's own clock, for what does not decide: logs, mail headers, waiting times. Decisions read the database's.
 * In the demo and in tests it follows the town's; a real clock refuses to be moved.
 */
export type Clock = {
  readonly movable: boolean
  readonly now: () => string
  readonly time: () => TownTime
  readonly set: (time: TownTime) => void
  readonly onMove: (listener: () => void) => () => void
}

export function createClock(kind: 'real' | 'movable'): Clock {
  let time: TownTime = { offsetMs: 0, heldAt: null }
  const listeners = new Set<() => void>()
  return {
    movable: kind === 'movable',
    now: () => time.heldAt ?? new Date(Date.now() + time.offsetMs).toISOString(),
    time: () => time,
    set(next) {
      if (kind === 'real') throw new Error('A real clock cannot be moved')
      time = next
      for (const listener of listeners) listener()
    },
    onMove(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Real milliseconds for deadlines and backoff; never for a date. */
export function monotonicMs(): number {
  return performance.now()
}
