import type { FreeRoom } from '@asaichi/contract/catalog/free-rooms.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { Link } from 'wouter-preact'
import type { Key } from '../../i18n/catalogue.ts'
import { timesText } from '../../i18n/dates.ts'
import { Day } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { Span, T } from '../../i18n/text.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { ListingName } from './listing-name.tsx'

type Props = { readonly items: readonly FreeRoom[]; readonly venues: readonly Venue[] }

const PHASES: Readonly<Record<FreeRoom['phase'], Key>> = {
  before: 'free.phase-before',
  lottery: 'free.phase-lottery',
  drawing: 'free.phase-drawing',
  'first-come': 'free.phase-first-come',
}

/** Rooms under their days: a phase is a date's, so it stands beside the date. */
export function FreeDays({ items, venues }: Props) {
  return (
    <>
      {daysOf(items).map(({ date, phase, rooms }) => (
        <section key={date} class="free-day">
          <div class="free-day__date">
            <h3>
              <Day date={date} />
            </h3>
            <Span k={PHASES[phase]} class="tag" />
          </div>
          <ul class="free-list">
            {rooms.map(room => (
              <li key={room.spaceId}>
                <Room room={room} venues={venues} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function daysOf(items: readonly FreeRoom[]) {
  const firsts = items.filter(({ date }, index) => items[index - 1]?.date !== date)
  return firsts.map(({ date, phase }) => ({ date, phase, rooms: items.filter(item => item.date === date) }))
}

function Room({ room, venues }: { readonly room: FreeRoom; readonly venues: readonly Venue[] }) {
  const language = useLanguage()
  const space = venues.flatMap(({ spaces }) => spaces).find(({ spaceId }) => spaceId === room.spaceId)
  return (
    <>
      <p class="free-list__name">
        <OwnText of={{ name: room.spaceName, translations: room.spaceTranslations }} field="name" />
        <span class="free-list__venue">
          <OwnText of={{ name: room.venueName, translations: room.venueTranslations }} field="name" />
        </span>
      </p>
      <p>
        <T
          k="free.runs"
          p={{
            times: room.free.map(({ from, to }) => (
              <span key={from} class="free-run">
                {timesText(from, to, language)}
              </span>
            )),
          }}
        />
      </p>
      <p class="free-list__ways">
        {room.listingIds.map(listingId => (
          <Link key={listingId} href={availabilityPath(listingId, { date: room.date, ...room.fit })}>
            <ListingName listing={space?.listings.find(each => each.listingId === listingId)} />
          </Link>
        ))}
      </p>
    </>
  )
}
