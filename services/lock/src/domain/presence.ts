import type { Presence } from '@asaichi/contract/lock/topics.ts'

const PAST_BOOTS_MAX = 8

export type KnownPresence = {
  readonly state: Presence['state']
  readonly boot: string
  readonly at: string
  /** Runs of the lock that ended; boots are random and never come back. */
  readonly pastBoots: readonly string[]
}

/** The newer of what is known and what was said; the will of a run that has ended is overtaken by the next run's birth. */
export function nextPresence(known: KnownPresence | undefined, said: Presence): KnownPresence {
  if (!known) return { ...said, pastBoots: [] }
  if (said.boot === known.boot) return { ...known, ...said }
  if (known.pastBoots.includes(said.boot)) return known
  return { ...said, pastBoots: [...known.pastBoots, known.boot].slice(-PAST_BOOTS_MAX) }
}
