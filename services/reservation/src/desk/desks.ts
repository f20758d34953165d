import { refuse } from '@asaichi/contract/define.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import { retrySoon } from '@asaichi/service/retry-soon.ts'
import type { Attempt } from '../domain/attempt.ts'
import type { Day, Numbers } from '../store/days.ts'
import type { Answer } from './answer.ts'
import { type Batch, type Decided, Desk } from './desk.ts'
import { DeskMemory } from './desk-memory.ts'
import type { DeskMetrics } from './desk-metrics.ts'
import { type Held, isHeld } from './held.ts'
import { createKnownPersons } from './known-persons.ts'
import type { ReceiptWriter } from './receipt-writer.ts'

export type DesksSetting = {
  readonly decide: (batch: Batch) => Promise<Decided>
  /** Gives numbers back that no press of the day needed. */
  readonly giveBack: (day: Day, unused: Numbers) => Promise<void>
  readonly receipts: ReceiptWriter
  readonly clock: Clock
  readonly metrics: DeskMetrics
  readonly onError: (error: unknown) => void
}

type Open = {
  readonly day: Day
  readonly desk: Desk
  readonly memory: DeskMemory
  pressed: boolean
  accepted: boolean
}
type Pressing = { readonly attempt: Attempt; readonly answer: Promise<Answer> }

const SWEEP_MS = 2_000
/** A first acceptance later than this after the opening says nothing about the desk. */
const RUSH_SECONDS = 600

/**
 * One desk per venue-day. Desks of several replicas are safe beside each other, because a batch locks the day and the
 * constraint stands behind it; a person has one attempt at a time in each.
 */
export class Desks implements AsyncDisposable {
  readonly #setting: DesksSetting
  readonly #open = new Map<string, Open>()
  readonly #pressing = new Map<string, Pressing>()
  readonly #persons = createKnownPersons()
  readonly #sweeping: NodeJS.Timeout
  readonly #unfollow: () => void

  constructor(setting: DesksSetting) {
    this.#setting = setting
    this.#sweeping = setInterval(() => this.#sweep(), SWEEP_MS).unref()
    this.#unfollow = setting.clock.onMove(() => this.forgetAll())
    setting.metrics.watch(() => ({
      waiting: [...this.#open.values()].reduce((sum, { desk }) => sum + desk.waiting, 0),
      unwritten: setting.receipts.size,
    }))
  }

  submit(day: Day, attempt: Attempt): Answer | Held | Promise<Answer> {
    const first = this.#pressing.get(attempt.personId)
    if (first) return beside(first, attempt)
    const open = this.#deskOf(day)
    open.pressed = true
    const answer = open.desk.submit(attempt)
    if (isHeld(answer)) {
      this.#counted(answer.answer)
      return answer
    }
    if (!(answer instanceof Promise)) return this.#counted(answer)
    this.#pressing.set(attempt.personId, { attempt, answer })
    const end = () => void this.#pressing.delete(attempt.personId)
    return answer.then(
      value => {
        end()
        this.#noteFirst(open, value)
        return this.#counted(value)
      },
      error => {
        end()
        throw error
      },
    )
  }

  /** After time of a day was released, or the rules of the day changed. */
  forget({ venueId, date }: Day): void {
    this.#open.get(nameOf(venueId, date))?.memory.forget()
  }

  forgetAll(): void {
    for (const { memory } of this.#open.values()) memory.forget()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#sweeping)
    this.#unfollow()
    await Promise.all([...this.#open.values()].map(open => this.#giveBack(open)))
  }

  #counted(answer: Answer): Answer {
    this.#setting.metrics.count(answer.ok ? 'accepted' : answer.refusal.code)
    return answer
  }

  #noteFirst(open: Open, answer: Answer): void {
    if (open.accepted || !answer.ok) return
    const { opensAt } = open.memory
    if (opensAt === undefined) return
    open.accepted = true
    const seconds = (Date.parse(answer.value.reservation.requestedAt) - Date.parse(opensAt)) / 1_000
    if (seconds < RUSH_SECONDS) this.#setting.metrics.firstAccepted(seconds)
  }

  #deskOf(day: Day): Open {
    const name = nameOf(day.venueId, day.date)
    const known = this.#open.get(name)
    if (known) return known
    const { decide, receipts, clock, metrics, onError } = this.#setting
    const memory = new DeskMemory(day, { clock, persons: this.#persons, receipts })
    const onBatch = (size: number, error?: unknown) => {
      metrics.batch(size)
      if (error !== undefined) onError(error)
    }
    const open = {
      day,
      memory,
      desk: new Desk(day, { decide, memory, onBatch }),
      pressed: true,
      accepted: false,
    }
    this.#open.set(name, open)
    return open
  }

  /** A desk nobody presses at any more is taken down, so that memory does not grow with the calendar. */
  #sweep(): void {
    for (const [name, open] of this.#open) {
      if (!open.desk.isIdle) continue
      if (open.pressed) {
        open.pressed = false
        continue
      }
      this.#open.delete(name)
      void this.#giveBack(open)
    }
  }

  // Numbers nobody took would otherwise make the next press of a quiet day the five-hundredth.
  async #giveBack({ day, memory }: Open): Promise<void> {
    const { unused } = memory
    if (!unused || unused.next > unused.last) return
    await this.#setting.giveBack(day, unused).catch(this.#setting.onError)
  }
}

// A second press of the same button is answered like the first; another button has to wait for it.
function beside({ attempt: first, answer }: Pressing, attempt: Attempt): Answer | Promise<Answer> {
  if (first.key !== attempt.key) return refuse('attempt-in-flight', { retryAfterSeconds: retrySoon() })
  return first.bodyHash === attempt.bodyHash ? answer : refuse('key-used-differently')
}

function nameOf(venueId: string, date: string): string {
  return `${venueId} ${date}`
}
