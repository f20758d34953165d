import type { LockFact } from '@asaichi/lock-client/event-log.ts'
import type { DriverEvent } from './driver.ts'
import { codeAt, type Known } from './planner/known.ts'
import type { Wanted } from './planner/wanted.ts'

type Holder = { readonly known: Known; readonly wanted: readonly Wanted[] }

/** What a sign of the lock means to the lock service; what only makes us look has no fact of its own. */
export function factOf(event: DriverEvent, { known, wanted }: Holder): LockFact | undefined {
  switch (event.type) {
    case 'opened': {
      const codeId = event.slot === null ? undefined : codeAt(known.ledger, event.slot)
      const kind = wanted.find(code => code.codeId === codeId)?.kind ?? 'guest'
      return codeId === undefined
        ? { type: 'foreign-unlock', slot: event.slot }
        : { type: 'unlocked', by: 'code', codeId, kind }
    }
    case 'denied':
      return { type: 'denied', reason: 'unknown' }
    case 'locked':
      return { type: 'locked', by: 'auto' }
    case 'reset':
      return { type: 'factory-reset' }
    case 'tamper':
      return { type: 'tamper' }
    case 'battery':
      return event.isLow ? { type: 'battery-low', percent: event.percent } : undefined
    case 'changed-outside':
    case 'clock-lost':
    case 'reachable':
    case 'awake':
      return undefined
  }
}

/** What a look at the lock has brought to light: codes that somebody set there, and ours that somebody took away. */
export function factsBetween(before: Known, after: Known): readonly LockFact[] {
  const had = new Set(before.ledger.foreign)
  const came = after.ledger.foreign.filter(slot => !had.has(slot))
  const stays = new Set(after.ledger.entries.map(({ slot }) => slot))
  const lost = before.ledger.entries.filter(({ phase, slot }) => phase === 'stored' && !stays.has(slot))
  return [
    ...came.map((slot): LockFact => ({ type: 'foreign-code', slot })),
    ...lost.map(({ slot }): LockFact => ({ type: 'changed-outside', slot })),
  ]
}
