import { monotonicMs } from '@asaichi/service/clock.ts'
import { noteSpan, now } from '@asaichi/service/trace.ts'
import type { Attempt } from '../domain/attempt.ts'
import type { Day, DayFacts, Numbers } from '../store/days.ts'
import { type Answer, busy } from './answer.ts'
import { apart } from './apart.ts'
import type { DeskMemory, Seen } from './desk-memory.ts'
import { type Held, heard } from './held.ts'

export type Batch = {
  readonly day: Day
  readonly attempts: readonly Attempt[]
  /** How many more numbers of the line to take, for presses that memory will refuse. */
  readonly reserve: number
  /** What is left of the numbers taken before. */
  readonly unused: Numbers | undefined
  /** What was last read of the day: its documents are not read again while their versions stay. */
  readonly known: DayFacts | undefined
}
export type Decided = { readonly answers: readonly Answer[]; readonly seen: Seen | undefined }
export type DeskSetting = {
  readonly decide: (batch: Batch) => Promise<Decided>
  readonly memory: DeskMemory
  readonly onBatch?: (size: number, error?: unknown) => void
}

type Waiting = {
  readonly attempt: Attempt
  readonly since: number
  readonly answer: (answer: Answer | Promise<Answer>) => void
  readonly fail: (error: unknown) => void
}

export const MOST_WAITING = 2_000
const MOST_IN_BATCH = 400
const WAIT_MS = 4_000

/**
 * The desk of one venue-day: what arrives while a batch is committing is the next batch, decided in order of arrival. What
 * memory knows to be lost is answered from memory, but never past a batch under way, so that numbers keep the order.
 */
export class Desk {
  readonly #day: Day
  readonly #setting: DeskSetting
  #line: Waiting[] = []
  #working = false

  constructor(day: Day, setting: DeskSetting) {
    this.#day = day
    this.#setting = setting
  }

  get isIdle(): boolean {
    return !this.#working
  }

  get waiting(): number {
    return this.#line.length
  }

  /** The decision, after its commit; `busy` at once where the line is full, and where the wait became too long. */
  submit(attempt: Attempt): Answer | Held | Promise<Answer> {
    this.#setting.memory.count()
    const known = this.#working ? undefined : this.#known(attempt)
    if (known) return known
    if (this.#line.length >= MOST_WAITING) return busy()
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    this.#line.push({ attempt, since: monotonicMs(), answer: resolve, fail: reject })
    if (!this.#working) void this.#work()
    return promise
  }

  async #work(): Promise<void> {
    this.#working = true
    for (let batch = this.#next(); batch.length > 0; batch = this.#next())
      await apart(
        batch,
        some => this.#decide(some),
        (waiting, error) => waiting.fail(error),
      )
    this.#working = false
  }

  /** The front of the line, less whom memory or the deadline answers. */
  #next(): readonly Waiting[] {
    const batch: Waiting[] = []
    let taken = 0
    for (const waiting of this.#line) {
      if (batch.length === MOST_IN_BATCH) break
      taken += 1
      const known = isLate(waiting) ? busy() : this.#known(waiting.attempt)
      if (known) waiting.answer(heard(known))
      else batch.push(waiting)
    }
    this.#line = this.#line.slice(taken)
    return batch
  }

  /** A press that memory cannot even judge is one for the database, where it fails alone. */
  #known(attempt: Attempt): ReturnType<DeskMemory['refuse']> {
    try {
      return this.#setting.memory.refuse(attempt)
    } catch {
      return undefined
    }
  }

  /** In time when the batch began, but perhaps not any more where it is decided in parts. */
  async #decide(batch: readonly Waiting[]): Promise<void> {
    const { decide, memory, onBatch } = this.#setting
    const inTime: Waiting[] = []
    for (const waiting of batch) {
      if (isLate(waiting)) waiting.answer(busy())
      else inTime.push(waiting)
    }
    if (inTime.length === 0) return
    const from = now()
    let failed = true
    try {
      const asked = memory.begin()
      const attempts = inTime.map(waiting => waiting.attempt)
      const { answers, seen } = await decide({ day: this.#day, attempts, ...asked })
      memory.remember(asked, seen)
      inTime.forEach((waiting, nr) => {
        const answer = answers[nr]
        if (answer) waiting.answer(answer)
        else waiting.fail(new Error('an attempt was left undecided'))
      })
      failed = false
    } catch (error) {
      onBatch?.(inTime.length, error)
      throw error
    } finally {
      noteDesk(inTime, { from, failed })
    }
    onBatch?.(inTime.length)
  }
}

/** Once for each press that is traced: how many were decided with it, and how long that took. */
function noteDesk(
  batch: readonly Waiting[],
  { from, failed }: { readonly from: number; readonly failed: boolean },
): void {
  const span = { name: 'desk', kind: 'internal', attributes: { batch: batch.length } } as const
  for (const { attempt } of batch)
    if (attempt.trace !== undefined) noteSpan(span, { parent: attempt.trace, from, failed })
}

function isLate({ since }: Waiting): boolean {
  return monotonicMs() - since >= WAIT_MS
}
