import type { Offer } from './domain/offer.ts'

/** A room-month's text as it is sent, true until `freshUntil` unless its facts change, and whether a reader finds anything in it. */
export type ReadyCalendar = {
  readonly etag: string
  readonly body: string
  readonly freshUntil: string
  readonly offer: Offer
}

export type ReadyCalendars = {
  /** The kept text, or a new one where the facts (`stamp`) or the phase (`now`) have moved on. */
  readonly answer: (
    wanted: { readonly key: string; readonly stamp: string; readonly now: string },
    build: () => Promise<ReadyCalendar>,
  ) => Promise<ReadyCalendar>
}
type Entry = { readonly stamp: string; readonly ready: Promise<ReadyCalendar> }

const MOST_KEPT = 2_000

/**
 * The least recently asked room-months fall out. A text is kept while it is being built, so that a thousand people who ask
 * at 07:00 cause one build and not a thousand.
 */
export function createReadyCalendars(mostKept = MOST_KEPT): ReadyCalendars {
  const entries = new Map<string, Entry>()

  const keep = (key: string, entry: Entry): void => {
    entries.delete(key)
    entries.set(key, entry)
    const [oldest] = entries.keys()
    if (entries.size > mostKept && oldest !== undefined) entries.delete(oldest)
  }

  const start = (key: string, stamp: string, build: () => Promise<ReadyCalendar>): Promise<ReadyCalendar> => {
    const entry: Entry = { stamp, ready: build() }
    keep(key, entry)
    entry.ready.catch(() => {
      if (entries.get(key) === entry) entries.delete(key)
    })
    return entry.ready
  }

  return {
    async answer({ key, stamp, now }, build) {
      const kept = entries.get(key)
      if (kept?.stamp !== stamp) return start(key, stamp, build)
      keep(key, kept)
      const ready = await kept.ready
      if (now < ready.freshUntil) return ready
      const newer = entries.get(key)
      return newer && newer !== kept && newer.stamp === stamp ? newer.ready : start(key, stamp, build)
    },
  }
}
