import { setTimeout as pause } from 'node:timers/promises'
import type { Call } from '@asaichi/bus/call.ts'
import type { Service } from '@asaichi/contract/define.ts'
import { CLOCK_SUBJECT, progressOf, type TownTime } from '@asaichi/contract/town/town.ts'
import { type Database, openDatabase } from '@asaichi/store/database.ts'

const POLL_MS = 15
const SETTLE_MS = 15_000

type Bus = { readonly call: Call; readonly broadcast: (subject: string, text: string) => void }
type Setting = {
  readonly databaseUrl: string
  readonly bus: Bus
  readonly services: () => readonly Service[]
}

/**
 * The town's clock. It moves forward only, from one due moment to the next, and at each waits until every service has done
 * what was due, sent its facts and applied those of the others: so a leap of weeks happens in the order of real weeks.
 */
export class TownClock implements AsyncDisposable {
  readonly #setting: Setting
  readonly #database: Database<unknown>
  #moving = false

  constructor(setting: Setting) {
    this.#setting = setting
    this.#database = openDatabase(setting.databaseUrl, { schema: 'public', max: 2 })
  }

  get isMoving(): boolean {
    return this.#moving
  }

  async now(): Promise<{ readonly now: string } & TownTime> {
    const { rows } = await this.#database.pool.query<{
      now: string
      offset_ms: number
      held_at: string | null
    }>('select town_now() as now, offset_ms, held_at from town_clock')
    const [row] = rows
    if (!row) throw new Error('The database has no town clock; it was prepared for production')
    return { now: row.now, offsetMs: row.offset_ms, heldAt: row.held_at }
  }

  /** Answers the number of due moments it stopped at on the way. */
  async moveTo(target: string, options: { readonly hold?: boolean } = {}): Promise<number> {
    this.#moving = true
    try {
      let steps = 0
      for (;;) {
        const next = await this.settled()
        if (next === undefined || next >= target) break
        await this.#set(next, true)
        steps += 1
      }
      await this.#set(target, options.hold ?? false)
      await this.settled()
      return steps
    } finally {
      this.#moving = false
    }
  }

  async announce(): Promise<void> {
    const { offsetMs, heldAt } = await this.now()
    this.#setting.bus.broadcast(CLOCK_SUBJECT, JSON.stringify({ offsetMs, heldAt }))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#database[Symbol.asyncDispose]()
  }

  async #set(target: string, hold: boolean): Promise<void> {
    await this.#database.pool.query(
      `update town_clock set offset_ms = (extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint, held_at = case when $2 then $1::timestamptz end`,
      [target, hold],
    )
    await this.announce()
  }

  /**
   * Waits until no service is busy and answers the next moment something is due. A service that is down or never gets quiet
   * (mail server away) must not stop the clock for ever, so the wait is bounded.
   */
  async settled(): Promise<string | undefined> {
    const until = performance.now() + SETTLE_MS
    for (let quietRounds = 0; performance.now() < until; ) {
      const states = await Promise.all(
        this.#setting
          .services()
          .map(service =>
            this.#setting.bus.call(progressOf(service), {}, { deadlineMs: 2_000 }).catch(() => undefined),
          ),
      )
      const quiet = states.every(state => state?.ok && !state.value.busy)
      // Two quiet rounds: a fact can be between one service's outbox and the next one's inbox while each says it is idle.
      quietRounds = quiet ? quietRounds + 1 : 0
      if (quietRounds === 2)
        return states
          .flatMap(state => (state?.ok && state.value.nextDueAt ? [state.value.nextDueAt] : []))
          .toSorted()[0]
      await pause(POLL_MS)
    }
    return undefined
  }
}
