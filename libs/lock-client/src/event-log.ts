import type { LockEvent } from '@asaichi/contract/lock/topics.ts'
import type { Journal } from '@asaichi/lock-protocol/journal.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { LockClock } from './lock-clock.ts'

type Base = 'boot' | 'seq' | 'at' | 'clock'
type Facts<E> = E extends LockEvent ? Omit<E, Base> : never
/** What happened, before it gets its number and time. */
export type LockFact = Facts<LockEvent>

export type EventLog = {
  /** Numbers the event and keeps it until the gateway has taken it. */
  readonly record: (fact: LockFact) => void
  /** Hands over what waits, oldest first, while the gateway takes it. */
  readonly handOver: () => void
  readonly waiting: () => number
}
export type EventLogOptions = {
  readonly journal: Journal<LockEvent>
  readonly boot: string
  readonly clock: LockClock
  readonly log: Log
  readonly send: (event: LockEvent) => Promise<boolean>
}

export function createEventLog({ journal, boot, clock, log, send }: EventLogOptions): EventLog {
  let seq = 0
  let isHandingOver = false

  async function handOverAll() {
    for (let [next] = journal.oldest(1); next; [next] = journal.oldest(1)) {
      if (!(await send(next.value))) return
      await journal.remove(next.key)
    }
  }
  function handOver() {
    if (isHandingOver) return
    isHandingOver = true
    handOverAll()
      .catch((err: unknown) => log.error({ err }, 'event not handed over'))
      .finally(() => {
        isHandingOver = false
      })
  }
  return {
    record(fact) {
      seq += 1
      const event: LockEvent = { boot, seq, at: clock.now(), clock: clock.quality(), ...fact }
      journal
        .append(`${boot}/${seq}`, event)
        .then(handOver, (err: unknown) => log.error({ err }, 'event not kept'))
    },
    handOver,
    waiting: () => journal.size,
  }
}
