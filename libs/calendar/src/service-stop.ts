import type { ServiceStop, Stopped } from '@asaichi/contract/catalog/service-stop.ts'
import { type Instant, instantAt } from './instant.ts'

/** G14: the stop that holds at the moment, to its true end: one that goes over into another ends with that one. */
export function whyStopped(stops: readonly ServiceStop[] | undefined, now: Instant): Stopped | undefined {
  const running = stops?.map(spanOf).find(holdsAt(now))
  if (!stops || !running) return undefined
  let { stoppedUntil } = running
  for (let next = later(stops, stoppedUntil); next; next = later(stops, stoppedUntil))
    stoppedUntil = next.stoppedUntil
  return { ...running, stoppedUntil }
}

/** A stop with its ends as instants. */
export function spanOf({ from, fromTime, to, toTime, text, translations }: ServiceStop): Stopped {
  return {
    text,
    ...(translations && { translations }),
    stoppedFrom: instantAt(from, fromTime),
    stoppedUntil: instantAt(to, toTime),
  }
}

// Ends, because each one found ends later than the one before.
function later(stops: readonly ServiceStop[], end: Instant): Stopped | undefined {
  return stops.map(spanOf).find(holdsAt(end))
}

function holdsAt(moment: Instant) {
  return ({ stoppedFrom, stoppedUntil }: Stopped) => stoppedFrom <= moment && moment < stoppedUntil
}
