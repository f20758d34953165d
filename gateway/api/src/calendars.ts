import type { Call } from '@asaichi/bus/call.ts'
import { getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import { createBoundedMap } from '@asaichi/service/bounded-map.ts'
import { type Clock, monotonicMs } from '@asaichi/service/clock.ts'
import type { Reply } from './http/responder.ts'
import { codedText, type Forms } from './web/coded-text.ts'

type Month = { readonly etag: string; readonly body: string }
type Answer = OutcomeOf<typeof getAvailability>
type Asked = { readonly listingId: string; readonly month: string | undefined }
type Kept = { readonly month: Month; readonly askedAtMs: number }

export type Calendars = {
  /** Without a month the first one in which something can be booked. */
  readonly find: (listingId: string, month: string | undefined) => Promise<Answer>
  /** What `find` would answer in this very turn, where it need not ask. */
  readonly ready: (listingId: string, month: string | undefined) => Month | undefined
  readonly reply: (month: Month) => Reply
}

/** Asked again behind the answer after the first, before the answer after the second: so no month is shown that is older. */
const FRESH_MS = 500
const OLDEST_MS = 1_000
const MOST_KEPT = 2_000

/** Room-months as catalog tells them, kept for a second, so that a hall full of phones costs catalog two questions a second. */
export function createCalendars(call: Call, clock: Clock): Calendars {
  const kept = createBoundedMap<Kept>(MOST_KEPT)
  const onTheWay = new Map<string, Promise<Answer>>()
  const coded = new WeakMap<Month, Forms>()
  const none: Forms = new Map()
  // A demo's clock that jumps makes everything known untrue, also what is on its way.
  let generation = 0
  clock.onMove(() => {
    generation += 1
    kept.clear()
  })

  async function fetch(key: string, asked: Asked): Promise<Answer> {
    const [askedAtMs, born] = [monotonicMs(), generation]
    const answer = await call(getAvailability, asked)
    if (!answer.ok) return answer
    const before = kept.get(key)?.month
    const month = before?.etag === answer.value.etag ? before : answer.value
    if (!coded.has(month)) coded.set(month, await codedText(month.body, month.etag))
    if (born === generation) kept.set(key, { month, askedAtMs })
    return done(month)
  }

  function refresh(key: string, asked: Asked): Promise<Answer> {
    const begun = onTheWay.get(key)
    if (begun) return begun
    const answer = fetch(key, asked).finally(() => onTheWay.delete(key))
    onTheWay.set(key, answer)
    return answer
  }

  function ready(listingId: string, month: string | undefined): Month | undefined {
    const key = keyOf({ listingId, month })
    const known = kept.get(key)
    const ageMs = known ? monotonicMs() - known.askedAtMs : OLDEST_MS
    if (!known || ageMs >= OLDEST_MS) return undefined
    // Whoever has to wait for the next question will hear what became of this one.
    if (ageMs >= FRESH_MS) void refresh(key, { listingId, month }).catch(() => undefined)
    return known.month
  }

  return {
    ready,
    async find(listingId, month) {
      const known = ready(listingId, month)
      return known ? done(known) : refresh(keyOf({ listingId, month }), { listingId, month })
    },
    reply: month => ({
      status: 200,
      text: month.body,
      etag: month.etag,
      coded: coded.get(month) ?? none,
      // Long enough to spare us a hall full of phones, short enough for 07:00.
      headers: { 'cache-control': 'public, max-age=2', 'server-time': clock.now() },
    }),
  }
}

function keyOf({ listingId, month = 'first' }: Asked): string {
  return `${listingId} ${month}`
}
