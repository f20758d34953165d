import type { OutcomeOf } from '@asaichi/contract/define.ts'
import { refuse } from '@asaichi/contract/define.ts'
import type { apply } from '@asaichi/contract/reservation.ts'
import { monotonicMs } from '@asaichi/service/clock.ts'
import type { Attempt } from './domain/attempt.ts'
import type { Day } from './store/days.ts'

export type Answer = OutcomeOf<typeof apply>
export type DecideBatch = (day: Day, attempts: readonly Attempt[]) => Promise<readonly Answer[]>

type Waiting = {
  readonly attempt: Attempt
  readonly since: number
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

const MOST_WAITING = 1_000
const MOST_IN_BATCH = 200
const WAIT_MS = 4_000

/**
 * One desk per venue-day: what arrives while a batch is committing is the next batch, decided in order of arrival.
 * Desks of several replicas are safe beside each other, because a batch locks the day and the constraint stands behind it.
 */
export class Desks {
  readonly #decide: DecideBatch
  readonly #desks = new Map<string, Waiting[]>()

  constructor(decide: DecideBatch) {
    this.#decide = decide
  }

  /** The decision, after its commit; `busy` at once where the line is full, and where the wait became too long. */
  submit(day: Day, attempt: Attempt): Promise<Answer> {
    const name = `${day.venueId} ${day.date}`
    const line = this.#desks.get(name)
    if (line && line.length >= MOST_WAITING) return Promise.resolve(busy())
    return new Promise((answer, fail) => {
      const waiting = { attempt, since: monotonicMs(), answer, fail }
      if (line) {
        line.push(waiting)
        return
      }
      this.#desks.set(name, [waiting])
      void this.#work(name, day)
    })
  }

  async #work(name: string, day: Day): Promise<void> {
    for (;;) {
      const line = this.#desks.get(name) ?? []
      const batch = line.splice(0, MOST_IN_BATCH)
      if (batch.length === 0) {
        this.#desks.delete(name)
        return
      }
      await this.#decideInTime(day, batch)
    }
  }

  async #decideInTime(day: Day, batch: readonly Waiting[]): Promise<void> {
    const cutoff = monotonicMs() - WAIT_MS
    const inTime = batch.filter(waiting => waiting.since > cutoff)
    for (const waiting of batch) if (waiting.since <= cutoff) waiting.answer(busy())
    if (inTime.length === 0) return
    try {
      const answers = await this.#decide(
        day,
        inTime.map(waiting => waiting.attempt),
      )
      inTime.forEach((waiting, index) => {
        const answer = answers[index]
        if (answer) waiting.answer(answer)
        else waiting.fail(new Error('an attempt was left undecided'))
      })
    } catch (error) {
      for (const waiting of inTime) waiting.fail(error)
    }
  }
}

function busy(): Answer {
  return refuse('busy', { retryAfterSeconds: 2 })
}
