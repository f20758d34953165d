import { overlaps } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { inHours, longEnough, onGrid } from '@asaichi/calendar/use-span.ts'
import { classOf } from '@asaichi/calendar/user-class.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { RefusalOf } from '@asaichi/contract/define.ts'
import type { EntryForm, entryRefusals } from '@asaichi/contract/lottery/entries.ts'
import type { Wish } from '@asaichi/contract/lottery/wish.ts'
import { type Bookable, spacesOf } from './bookable.ts'

export type EntryReason = RefusalOf<typeof entryRefusals>
export type BookableWish = { readonly wish: Wish; readonly bookable: Bookable }
export type OwnEntry = { readonly entryId: string; readonly wishes: readonly Wish[] }

/** Everything one entry is judged by, read while its person is locked; the round's window has been judged before. */
export type EntryFacts = {
  readonly policy: CityPolicy
  /** Staff enter for a caller (G13). */
  readonly byStaff: boolean
  /** As it was published when the round opened. */
  readonly maxWishes: number
  readonly wishes: readonly BookableWish[]
  /** G8: of a ban that holds. */
  readonly bannedUntil?: string | undefined
  readonly permission:
    | { readonly status: string; readonly adultFrom: string; readonly classId?: string | null }
    | undefined
  /** The person's entries for the use month that were neither withdrawn nor void. */
  readonly own: readonly OwnEntry[]
  /** What the city holds in the days of the wishes. */
  readonly held: readonly Held[]
}
type Held = {
  readonly spaceId: string
  readonly kind: 'city-use' | 'closure'
  readonly startsAt: string
  readonly endsAt: string
}

type Rule = (form: EntryForm, facts: EntryFacts) => EntryReason | undefined
type WishRule = (wish: BookableWish, form: EntryForm) => EntryReason | undefined

/** M13–M15, M19, M24, G2, G3, G8, G11: the first rule that objects gives the reason. */
const RULES: readonly Rule[] = [
  approved,
  notBanned,
  ofEnteringClass,
  fewWishes,
  ofEveryWish(({ wish }) => onGrid(wish)),
  ofEveryWish(({ wish, bookable }) => longEnough(wish, bookable.space.minMinutes)),
  ofEveryWish(({ wish, bookable: { venue } }) => inHours(wish, { ...venue.hours, closures: venue.closures })),
  ofEveryWish(rightSize),
  ofEveryWish(rightListing),
  purposeSaid,
  termsAccepted,
  guardianPresent,
  notHeld,
  apartFromOwn,
  withinQuota,
]

export function judgeEntry(form: EntryForm, facts: EntryFacts): EntryReason | undefined {
  for (const rule of RULES) {
    const reason = rule(form, facts)
    if (reason) return reason
  }
  return undefined
}

function ofEveryWish(rule: WishRule): Rule {
  return (form, { wishes }) => {
    for (const wish of wishes) {
      const reason = rule(wish, form)
      if (reason) return reason
    }
    return undefined
  }
}

function approved(_: EntryForm, { permission }: EntryFacts): EntryReason | undefined {
  if (permission?.status === 'approved') return undefined
  return { code: 'not-approved', detail: { permission: permission?.status ?? 'none' } }
}

/** G8: what was entered before stays. */
function notBanned(_: EntryForm, { bannedUntil }: EntryFacts): EntryReason | undefined {
  return bannedUntil === undefined ? undefined : { code: 'banned', detail: { bannedUntil } }
}

/** G11: some classes book first come only. */
function ofEnteringClass(_: EntryForm, { policy, permission }: EntryFacts): EntryReason | undefined {
  const own = classOf(policy, permission?.classId)
  return own?.entersLottery === false
    ? { code: 'class-not-in-lottery', detail: { name: own.name } }
    : undefined
}

function fewWishes({ wishes }: EntryForm, { maxWishes }: EntryFacts): EntryReason | undefined {
  return wishes.length > maxWishes ? { code: 'too-many-wishes', detail: { max: maxWishes } } : undefined
}

function rightSize({ bookable }: BookableWish, { people }: EntryForm): EntryReason | undefined {
  const { capacity } = bookable.space
  return people >= 1 && people <= capacity ? undefined : { code: 'people-out-of-range', detail: { capacity } }
}

/** M14: a paid event needs the paid listing, and only it. */
function rightListing({ bookable }: BookableWish, { paidEvent }: EntryForm): EntryReason | undefined {
  const use = paidEvent ? 'paid-event' : 'free'
  if (bookable.listing.use === use) return undefined
  const listingId = bookable.space.listings.find(listing => listing.use === use)?.listingId ?? null
  return { code: 'wrong-listing', detail: { use, listingId } }
}

/** M24: staff, who write for a caller, may leave it open. */
function purposeSaid(form: EntryForm, { byStaff, policy }: EntryFacts): EntryReason | undefined {
  const isSaid = form.purposeId === undefined ? byStaff || !policy.purposes : purposeOf(form, policy)
  return isSaid ? undefined : { code: 'purpose-needed', detail: {} }
}

export function purposeOf({ purposeId }: EntryForm, { purposes }: CityPolicy): Purpose | undefined {
  return purposes?.find(each => each.purposeId === purposeId)
}

function termsAccepted({ acceptedTermsVersion }: EntryForm, { policy }: EntryFacts): EntryReason | undefined {
  const { termsVersion } = policy
  return acceptedTermsVersion === termsVersion
    ? undefined
    : { code: 'terms-not-accepted', detail: { termsVersion } }
}

/** M15: whoever is under 18 on a day of use needs an adult beside them. */
function guardianPresent(form: EntryForm, { permission }: EntryFacts): EntryReason | undefined {
  const underage = permission !== undefined && form.wishes.some(({ date }) => date < permission.adultFrom)
  return underage && !form.guardianPresent ? { code: 'guardian-needed', detail: {} } : undefined
}

/** M19: the city's own use goes before every draw, so that an entry for it could only be turned away. */
function notHeld(_: EntryForm, { wishes, held }: EntryFacts): EntryReason | undefined {
  for (const { wish, bookable } of wishes) {
    const spaceIds = spacesOf(bookable)
    const [startsAt, endsAt] = [instantAt(wish.date, wish.from), instantAt(wish.date, wish.to)]
    const hold = held.find(
      each => spaceIds.includes(each.spaceId) && each.startsAt < endsAt && each.endsAt > startsAt,
    )
    if (hold) return { code: 'held-by-city', detail: { kind: hold.kind } }
  }
  return undefined
}

/** G3, A73: whatever the room, so that overlapping variants of one wish do not add to the chance. */
function apartFromOwn({ wishes }: EntryForm, { own }: EntryFacts): EntryReason | undefined {
  const rival = own.find(entry =>
    entry.wishes.some(theirs => wishes.some(wish => wish.date === theirs.date && overlaps(wish, theirs))),
  )
  return rival && { code: 'overlaps-own-entry', detail: { entryId: rival.entryId } }
}

function withinQuota(_: EntryForm, { policy, own }: EntryFacts): EntryReason | undefined {
  const limit = policy.draw.entriesPerMonth
  return limit !== null && own.length >= limit
    ? { code: 'entry-quota-reached', detail: { limit } }
    : undefined
}
