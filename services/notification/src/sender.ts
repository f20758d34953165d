import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '@asaichi/store/database.ts'
import type { Context } from './context.ts'
import { LANE_NAMES, LANES, type Lane } from './domain/lanes.ts'
import { claimMails, type HeldMail } from './store/mails.ts'
import type { Tables } from './store/schema.ts'
import { deliverMail } from './verbs/deliver-mail.ts'

const POLL_MS = 1_000
/** What a stop leaves to deliveries in progress; one that is cut off is sent again after its lease. */
const GRACE_MS = 5_000

/** Sends what waits, each lane for itself, at once when a mail is queued; a lost notice costs one poll. */
export function startSender(ctx: Context, database: Database<Tables>): AsyncDisposable {
  const lanes = LANE_NAMES.map(lane => new LaneSender(ctx, lane))
  const listening = database.listen(`${database.schema}_mails`, () => {
    for (const lane of lanes) lane.wake()
  })
  return {
    async [Symbol.asyncDispose]() {
      const ended = Promise.all(lanes.map(lane => lane[Symbol.asyncDispose]()))
      await Promise.race([ended, pause(GRACE_MS, undefined, { ref: false })])
      ctx.mailer.close({ force: true })
      await ended
      await (await listening)[Symbol.asyncDispose]()
    },
  }
}

/** Keeps up to the lane's number of mails on their way. */
class LaneSender implements AsyncDisposable {
  readonly #ctx: Context
  readonly #lane: Lane
  readonly #onTheWay = new Set<Promise<void>>()
  readonly #loop: Promise<void>
  #stopped = false
  #woken = false
  #wakeNow: () => void = () => undefined

  constructor(ctx: Context, lane: Lane) {
    this.#ctx = ctx
    this.#lane = lane
    this.#loop = this.#run()
  }

  wake(): void {
    this.#woken = true
    this.#wakeNow()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    this.wake()
    await this.#loop
    await Promise.all(this.#onTheWay)
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false
      const free = LANES[this.#lane] - this.#onTheWay.size
      const claimed = free > 0 ? await this.#claim(free) : []
      for (const held of claimed) this.#deliver(held)
      if (!this.#woken && claimed.length === 0) await this.#sleep()
    }
  }

  async #claim(most: number): Promise<readonly HeldMail[]> {
    try {
      return await claimMails(this.#ctx.db, { lane: this.#lane, most })
    } catch (err) {
      this.#ctx.log.warn({ err, lane: this.#lane }, 'mails not readable; trying again')
      return []
    }
  }

  #deliver(held: HeldMail): void {
    const work = deliverMail(this.#ctx, held)
      .catch((err: unknown) => this.#ctx.log.warn({ err, mailId: held.mailId }, 'mail not settled'))
      .finally(() => {
        this.#onTheWay.delete(work)
        this.wake()
      })
    this.#onTheWay.add(work)
  }

  #sleep(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, POLL_MS)
      this.#wakeNow = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
