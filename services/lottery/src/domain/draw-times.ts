import { addMs } from '@asaichi/calendar/instant.ts'
import type { BeaconChain, DrawCommitment } from '@asaichi/contract/lottery/draw-bundle.ts'
import { roundAt, timeOf } from '@asaichi/draw/beacon.ts'

const MINUTE_MS = 60_000
const BEFORE_RESULTS_MS = 10 * MINUTE_MS
const FALLBACK_MS = 2 * MINUTE_MS
/** A beacon's round takes a moment to get around. */
const SETTLE_MS = 3_000
const RETRY_MS = 20_000
const LATE_RETRY_MS = 10 * MINUTE_MS
const GIVE_UP_MS = 24 * 60 * MINUTE_MS

type RoundTimes = { readonly closesAt: string; readonly drawAt: string }

/** D17: the beacon's round of ten minutes before the results, but never one that could be known while entries are taken. */
export function beaconRoundFor(
  chain: BeaconChain,
  { closesAt, drawAt }: RoundTimes,
  frozenAt = closesAt,
): number {
  const usual = addMs(drawAt, -BEFORE_RESULTS_MS)
  const earliest = addMs(frozenAt > closesAt ? frozenAt : closesAt, MINUTE_MS)
  return roundAt(chain, usual > earliest ? usual : earliest)
}

/** Whether the beacon's round was known when the list was frozen, so that it may not decide any more. */
export function isKnown({ chain, beaconRound }: DrawCommitment, frozenAt: string): boolean {
  return timeOf(chain, beaconRound) <= frozenAt
}

/** When the outcome of a frozen round could be known, to whoever has its list (P5). */
export function decidedAt({ chain, beaconRound }: DrawCommitment): string {
  return timeOf(chain, beaconRound)
}

export function firstTryAt({ chain, beaconRound }: DrawCommitment): string {
  return addMs(timeOf(chain, beaconRound), SETTLE_MS)
}

/** F37: until two minutes before the results; a draw that is late as a whole waits two minutes for its beacon. */
export function fallbackAt({ chain, beaconRound }: DrawCommitment, { drawAt }: RoundTimes): string {
  const usual = addMs(drawAt, -FALLBACK_MS)
  const beaconAt = timeOf(chain, beaconRound)
  return beaconAt < usual ? usual : addMs(beaconAt, FALLBACK_MS)
}

export function nextTryAt(now: string, lastTryAt: string): string {
  const next = addMs(now, RETRY_MS)
  return next < lastTryAt ? next : lastTryAt
}

/** When a round that could not be drawn is tried again: often while its results are awaited, and for a day after that. */
export function retryAt(now: string, drawAt: string): string | undefined {
  if (now < drawAt) return addMs(now, RETRY_MS)
  return now < addMs(drawAt, GIVE_UP_MS) ? addMs(now, LATE_RETRY_MS) : undefined
}
