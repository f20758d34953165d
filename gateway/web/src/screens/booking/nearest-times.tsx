import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import type { Bookable } from '../../api/bookable.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { When } from '../../i18n/format.tsx'
import { OwnText } from '../../i18n/own-text.tsx'
import type { Worded } from '../../i18n/own-words.ts'
import { H2, H3, P } from '../../i18n/text.tsx'
import { nearestFree, withoutLost } from '../../lib/nearest.ts'
import { slotsOf } from '../../lib/range.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { slotsOfDay, useMonth } from '../availability/listing/use-month.ts'
import { applyPath, availabilityPath, type Wanted } from '../availability/paths.ts'

const MOST_TIMES = 3
const MOST_DAYS = 4

type Props = { readonly room: Bookable; readonly wanted: Wanted }
type Offer = Wanted & { readonly room?: Worded<'name'> }

/** R14: the nearest times that are free: the same room and day, other rooms, the next days. What was typed stays. */
export function NearestTimes({ room, wanted }: Props) {
  const sameRoom = useSameRoom(room, wanted)
  const otherRooms = useOtherRooms(room, wanted)
  const { today, later } = sameRoom
  const isKnown = sameRoom.isKnown && otherRooms !== undefined
  if (!isKnown) return null
  return (
    <section class="nearest" aria-labelledby="nearest-title">
      <H2 k="press.nearest-title" id="nearest-title" />
      <P k="press.nearest-text" />
      <Offers title="press.nearest-same-day" offers={today} />
      <Offers title="press.nearest-other-rooms" offers={otherRooms} />
      <Offers title="press.nearest-next-days" offers={later} />
      {today.length + otherRooms.length + later.length === 0 && <P k="press.nearest-none" />}
      <ButtonLink
        kind="secondary"
        href={availabilityPath(wanted.listingId, { date: wanted.date })}
        k="receipt.nearest-calendar"
      />
    </section>
  )
}

function Offers({
  title,
  offers,
}: {
  readonly title: Key
  readonly offers: readonly Offer[]
}): ComponentChildren {
  if (offers.length === 0) return null
  return (
    <>
      <H3 k={title} />
      <ul class="nearest__list">
        {offers.map(offer => (
          <li key={applyPath(offer)}>
            <Link href={`${applyPath(offer)}&step=confirm`} class="nearest__link">
              {offer.room && <OwnText of={offer.room} field="name" />} <When {...offer} short />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function useSameRoom({ space }: Bookable, wanted: Wanted) {
  const month = useMonth(wanted.listingId, wanted.date.slice(0, 7))
  const limits = { minMinutes: space.minMinutes }
  const days = month.value?.days.filter(day => day.p === 'f' && day.d >= wanted.date) ?? []
  const on = (date: string, most: number): readonly Offer[] => {
    const known = slotsOfDay(days.find(day => day.d === date))
    const slots = date === wanted.date ? withoutLost(known, wanted) : known
    return nearestFree(slots, { range: wanted, limits, most }).map(range => ({ ...wanted, date, ...range }))
  }
  return {
    isKnown: month.value !== undefined,
    today: on(wanted.date, MOST_TIMES),
    later: days
      .filter(day => day.d > wanted.date)
      .flatMap(day => on(day.d, 1))
      .slice(0, MOST_DAYS),
  }
}

function useOtherRooms({ venue, space, listing }: Bookable, wanted: Wanted): readonly Offer[] | undefined {
  const { venueId } = venue
  const { date } = wanted
  const { value } = useApi(
    signal => api.get('/api/venues/{venueId}/days/{date}', { params: { venueId, date }, signal }),
    [venueId, date],
  )
  const opens = value?.hours?.opens
  if (!value || opens === undefined) return value && []
  return value.rooms
    .filter(one => one.spaceId !== space.spaceId)
    .flatMap(one => {
      const same = one.listings.find(each => each.use === listing.use)
      const limits = { minMinutes: venue.spaces.find(each => each.spaceId === one.spaceId)?.minMinutes ?? 30 }
      const [range] = nearestFree(slotsOf(opens, one.s), { range: wanted, limits, most: 1 })
      return same && range ? [{ ...wanted, listingId: same.listingId, room: same, ...range }] : []
    })
}
