import type { CodeSet } from '@asaichi/lock-client/code-set.ts'
import type { EventLog } from '@asaichi/lock-client/event-log.ts'
import type { LockClock } from '@asaichi/lock-client/lock-clock.ts'
import { keyedHash } from '@asaichi/lock-protocol/envelope.ts'
import { judge } from '@asaichi/lock-protocol/lock-set.ts'
import type { Judged } from './door.ts'

type Memory = {
  readonly key: Uint8Array
  readonly codes: CodeSet
  /** Codes set at the keypad itself: place → keyed hash. */
  readonly foreign: ReadonlyMap<number, string>
  readonly clock: LockClock
  readonly record: EventLog['record']
}

/** What the lock's own memory says to an entry; the event of it is recorded. */
export function judgeEntry({ key, codes, foreign, clock, record }: Memory, digits: string): Judged {
  const hash = keyedHash(key, digits)
  const place = [...foreign].find(each => each[1] === hash)?.[0]
  if (place !== undefined) {
    record({ type: 'foreign-unlock', slot: place })
    return { status: 'open' }
  }
  const verdict = judge(codes.current(), { hash, now: clock.now(), clock: clock.quality() })
  if (verdict.status === 'open') {
    record({ type: 'unlocked', by: 'code', codeId: verdict.code.id, kind: verdict.code.kind })
    return { status: 'open' }
  }
  const { reason, codeId } = verdict
  record(codeId === undefined ? { type: 'denied', reason } : { type: 'denied', reason, codeId })
  return { status: 'denied', reason }
}
