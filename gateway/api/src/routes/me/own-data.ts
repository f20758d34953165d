import { listFavourites } from '@asaichi/contract/catalog/favourites.ts'
import { done, type Outcome } from '@asaichi/contract/define.ts'
import { getOwnData, withdraw } from '@asaichi/contract/identity/own-data.ts'
import { listMyEntries } from '@asaichi/contract/lottery/entries.ts'
import { listMyMails } from '@asaichi/contract/notification/own-data.ts'
import { listMyBills } from '@asaichi/contract/reservation/own-data.ts'
import { getMyPoints } from '@asaichi/contract/reservation/points.ts'
import { listMine } from '@asaichi/contract/reservation/reservation.ts'
import { listWatches } from '@asaichi/contract/reservation/watches.ts'
import { Instant } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { route } from '../../http/route.ts'

const stepUp = getOwnData.input.omit({ actor: true }).strict()
const ofList = <T extends z.ZodType>(item: T) => z.array(item)

/** V10: everything that the town holds of a person, by who holds it. */
const OwnData = z.object({
  madeAt: Instant,
  complete: z.boolean().describe('false where a list was too long to be told whole'),
  account: getOwnData.output,
  bookings: ofList(listMine.output.shape.items.element),
  entries: ofList(listMyEntries.output.shape.items.element),
  bills: listMyBills.output.shape.items,
  points: getMyPoints.output.shape.items,
  mails: listMyMails.output.shape.items,
  watches: listWatches.output.shape.items,
  favourites: listFavourites.output.shape.items,
})

/** V10, V11: one's own data, and leaving; both by the password once more. */
export const ownDataRoutes = [
  route(
    {
      method: 'post',
      path: '/api/me/data',
      summary: '市が持っている自分の情報のすべて。パスワードをもう一度送る',
      access: 'session',
      body: stepUp,
      answers: { output: OwnData, refusals: getOwnData.refusals },
    },
    async ({ call, clock, actor, body }) => {
      const account = await call(getOwnData, { actor, ...body })
      if (!account.ok) return account
      const [bookings, entries, bills, points, mails, watches, favourites] = await Promise.all([
        whole(after => call(listMine, { actor, limit: PAGE, ...after })),
        whole(after => call(listMyEntries, { actor, limit: PAGE, ...after })),
        call(listMyBills, { actor }).then(answered),
        call(getMyPoints, { actor }).then(answered),
        call(listMyMails, { actor }).then(answered),
        call(listWatches, { actor }).then(answered),
        call(listFavourites, { actor }).then(answered),
      ])
      return done({
        madeAt: clock.now(),
        complete: bookings.complete && entries.complete,
        account: account.value,
        bookings: bookings.items,
        entries: entries.items,
        bills: bills.items,
        points: points.items,
        mails: mails.items,
        watches: watches.items,
        favourites: favourites.items,
      })
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/me/withdrawal',
      summary: '退会。これからの予約、結果待ちの抽選、支払いの済んでいない使用料があるときはできない',
      access: 'session',
      body: stepUp,
      answers: withdraw,
    },
    async ({ call, actor, body, sessions, token }) => {
      const outcome = await call(withdraw, { actor, ...body })
      if (outcome.ok && token !== undefined) sessions.forget(token)
      return outcome
    },
    (_, { cookie }) => ({ status: 200, json: {}, headers: { 'set-cookie': cookie.clear() } }),
  ),
] as const

const PAGE = 100
const MOST_PAGES = 20

type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

/** All pages of a list, up to a bound. */
async function whole<T>(
  ask: (after: { readonly after?: string }) => Promise<Outcome<Page<T>, never>>,
): Promise<{ readonly items: T[]; readonly complete: boolean }> {
  const items: T[] = []
  let after: { readonly after?: string } = {}
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items: more, next } = answered(await ask(after))
    items.push(...more)
    if (next === null) return { items, complete: true }
    after = { after: next }
  }
  return { items, complete: false }
}

/** Of a request that refuses nothing. */
function answered<T>(outcome: Outcome<T, never>): T {
  return outcome.ok ? outcome.value : outcome.refusal
}
