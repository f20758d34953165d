import { addMs } from '@asaichi/calendar/instant.ts'
import { firstComeWindow } from '@asaichi/calendar/windows.ts'
import { type Clock, monotonicMs } from '@asaichi/service/clock.ts'
import type { Attempt } from '../domain/attempt.ts'
import { type KnownPerson, knownRefusal } from '../domain/known-day.ts'
import type { Day, DayFacts, Numbers } from '../store/days.ts'
import { refusedPress } from '../store/receipt-batches.ts'
import { refusalOf } from './answer.ts'
import type { Held } from './held.ts'
import type { KnownPersons } from './known-persons.ts'
import type { ReceiptWriter } from './receipt-writer.ts'

/** What a batch saw under the lock of its day, and the numbers of the line it took beyond its own. */
export type Seen = {
  readonly now: string
  readonly day: DayFacts
  readonly persons: ReadonlyMap<string, KnownPerson>
  readonly numbers: Numbers
}

/**
 * How long a desk believes what it saw without looking again. A release in this process is forgotten at once, one of another
 * replica when its NOTIFY arrives; this is the bound where even that is lost.
 */
const KNOWN_MS = 1_000
/** Doubled as long as it was not enough: what another replica's batch makes useless stays about as small as what was used. */
const RESERVED = { least: 16, most: 5_000 } as const
/** Fewer presses a second than this are no rush: they go to the database, and no number of the line is skipped. */
const RUSH = 20

type Asked = {
  readonly reserve: number
  readonly unused: Numbers | undefined
  readonly known: DayFacts | undefined
  readonly generation: number
}

/**
 * "Taken" without the database: the day as the desk's last batch saw it. Refuses what is certain, never accepts; each refusal
 * takes the next number that the batch reserved and leaves a receipt behind.
 */
export class DeskMemory {
  readonly #day: Day
  readonly #clock: Clock
  readonly #persons: KnownPersons
  readonly #receipts: ReceiptWriter
  #seen: (Seen & { readonly atMs: number }) | undefined
  #facts: DayFacts | undefined
  #numbers: Numbers | undefined
  #reserved = 0
  #generation = 0
  #last = { since: '', ms: 0, now: '' }
  #arrivals = { now: 0, before: 0, sinceMs: monotonicMs() }

  constructor(
    day: Day,
    parts: { readonly clock: Clock; readonly persons: KnownPersons; readonly receipts: ReceiptWriter },
  ) {
    this.#day = day
    this.#clock = parts.clock
    this.#persons = parts.persons
    this.#receipts = parts.receipts
  }

  /** When first-come opens for this day, as far as it was ever read. */
  get opensAt(): string | undefined {
    return this.#facts && firstComeWindow(this.#facts.policy.windows, this.#day.date).opensAt
  }

  /** Numbers that were reserved and not needed. */
  get unused(): Numbers | undefined {
    return this.#numbers
  }

  /** Something of this day was released or changed: what was seen before is worth nothing, also what a batch under way sees. */
  forget(): void {
    this.#generation += 1
    this.#seen = undefined
  }

  count(): void {
    const nowMs = monotonicMs()
    if (nowMs - this.#arrivals.sinceMs >= KNOWN_MS)
      this.#arrivals = { now: 0, before: this.#arrivals.now, sinceMs: nowMs }
    this.#arrivals.now += 1
  }

  /** The refusal, held until its receipt is written; nothing where the database has to say. */
  refuse(attempt: Attempt): Held | undefined {
    const seen = this.#seen
    const numbers = this.#numbers
    if (!seen || !numbers || numbers.next > numbers.last || this.#receipts.isFull) return undefined
    const elapsedMs = monotonicMs() - seen.atMs
    const person = this.#persons.find(attempt.personId, attempt.cityId)
    if (elapsedMs > KNOWN_MS || !person) return undefined
    const now = this.#clock.time().heldAt ? seen.now : this.#later(seen, Math.floor(elapsedMs))
    const reason = knownRefusal(attempt, { day: seen.day, person, now })
    if (!reason) return undefined
    const turn = numbers.next
    this.#numbers = { next: turn + 1, last: numbers.last }
    const { receiptId, batch } = this.#receipts.add(
      this.#day,
      refusedPress(attempt, { turn, decidedAt: now, reason }),
    )
    return { answer: refusalOf(reason, { receiptId, turn }), batch }
  }

  /** Hundreds ask in one millisecond. */
  #later({ now }: Seen, ms: number): string {
    if (this.#last.since !== now || this.#last.ms !== ms) this.#last = { since: now, ms, now: addMs(now, ms) }
    return this.#last.now
  }

  /** What the next batch shall ask for. Until it is back nobody takes a number, so it may give the unused ones back. */
  begin(): Asked {
    const isRush = Math.max(this.#arrivals.now, this.#arrivals.before) >= RUSH
    const unused = this.#numbers
    const left = unused ? unused.last - unused.next + 1 : 0
    this.#numbers = undefined
    const wanted = Math.min(RESERVED.most, Math.max(RESERVED.least, 2 * (this.#reserved - left)))
    const reserve = isRush ? wanted : 0
    this.#reserved = reserve
    return { reserve, unused, known: this.#facts, generation: this.#generation }
  }

  remember({ generation }: Asked, seen: Seen | undefined): void {
    if (!seen) return
    this.#numbers = seen.numbers
    this.#facts = seen.day
    for (const [personId, person] of seen.persons) this.#persons.keep(personId, seen.day.venue.cityId, person)
    if (generation === this.#generation) this.#seen = { ...seen, atMs: monotonicMs() }
  }
}
