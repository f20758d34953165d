import { morningOf, ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { inokashiraTobu } from '@asaichi/town/demo/mitaka.ts'
import { openTown, type TownBed } from '../town-bed.ts'

/** The town that all states share, as the demo fills it; its clock runs. */
export type StatesBed = {
  readonly town: TownBed
  /** In the cities' zone, `YYYY-MM-DD`. */
  readonly today: string
  /** Mitaka's hall, its room and the room's two listings, and the lock of its front door. */
  readonly venueId: string
  readonly spaceId: string
  readonly listingId: string
  readonly paidListingId: string
  readonly lockId: string
  /** Does something to the town once for all states that need it: `bed.once('approved booking', () => book(bed))`. */
  readonly once: <V>(what: string, make: () => Promise<V>) => Promise<V>
} & AsyncDisposable

export const RESIDENT = 'minami@example.jp'
export const STAFF = 'staff.mitaka@example.jp'
export const ADMIN = 'admin.mitaka@example.jp'

/** `today` is the day on whose morning the town begins. */
export async function startStatesBed(today = ORDINARY_DAY): Promise<StatesBed> {
  const town = await openTown({ runsFrom: morningOf(today) })
  const made = new Map<string, Promise<unknown>>()
  const venueId = inokashiraTobu.venueId
  return {
    town,
    today,
    venueId,
    spaceId: `${venueId}-yoshitsu`,
    listingId: `${venueId}-yoshitsu`,
    paidListingId: `${venueId}-yoshitsu-paid`,
    lockId: `${venueId}-genkan`,
    once<V>(what: string, make: () => Promise<V>) {
      const promise = made.get(what) ?? make()
      made.set(what, promise)
      // Safe: a name belongs to one maker, so what is kept under it is what that maker gave.
      return promise as Promise<V>
    },
    [Symbol.asyncDispose]: () => town[Symbol.asyncDispose](),
  }
}
