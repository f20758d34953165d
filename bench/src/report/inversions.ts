/** One press as far as fairness is concerned; `atMs` is when it was made or decided, on one clock for all of them. */
export type PressFate = {
  readonly slot: string
  readonly atMs: number
  readonly fate: 'accepted' | 'taken'
}

/** Closer together than this, the network decides who is first. */
const TOLERANCE_MS = 100

/** Share of accepted presses that came more than 100 ms after one that was told the same slot is taken; 0 to 1. */
export function inversionRate(presses: readonly PressFate[]): number {
  const accepted = presses.filter(press => press.fate === 'accepted')
  if (accepted.length === 0) return 0
  const firstRejected = new Map<string, number>()
  for (const { slot, atMs, fate } of presses)
    if (fate === 'taken') firstRejected.set(slot, Math.min(atMs, firstRejected.get(slot) ?? Infinity))
  const inverted = accepted.filter(
    ({ slot, atMs }) => atMs - (firstRejected.get(slot) ?? Infinity) > TOLERANCE_MS,
  )
  return inverted.length / accepted.length
}
