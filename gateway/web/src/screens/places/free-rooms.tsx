import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { Link } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { timesText } from '../../i18n/dates.ts'
import { Day } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2, Li, P, Span, T } from '../../i18n/text.tsx'
import { wholeNumber } from '../../lib/normalise-number.ts'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { ListingName } from './listing-name.tsx'
import { bandTimes, type SearchValues } from './search-query.ts'

type Found = Extract<ResultAt<'get', '/api/cities/{cityId}/free'>, { readonly status: 'ok' }>['value']
type Item = Found['items'][number]
type Props = { readonly city: City; readonly values: SearchValues }

const PHASES: Readonly<Record<Item['phase'], Key>> = {
  before: 'places.phase-before',
  lottery: 'places.phase-lottery',
  drawing: 'places.phase-drawing',
  'first-come': 'places.phase-first-come',
}

/** More than this nobody reads on a phone; the sentence above them says that there is more. */
const MOST = 30

/** S6: rooms free for the whole wanted time, day by day, each with the way to its calendar. */
export function FreeRooms({ city: { cityId, office }, values }: Props) {
  const found = useFree(cityId, values)
  const venues = useApi(
    signal => api.get('/api/cities/{cityId}/venues', { params: { cityId }, signal }),
    [cityId],
  )
  return (
    <section aria-labelledby="results-title">
      <H2 k="places.free-results" id="results-title" />
      <Shown of={found}>
        {({ items, more }) => (
          <>
            <P
              k={
                items.length === 0
                  ? 'places.free-none'
                  : more
                    ? 'places.free-count-more'
                    : 'places.free-count'
              }
              p={{ count: items.length }}
              role="status"
            />
            {items.length === 0 && <NothingFree phone={office.phone} />}
            {daysOf(items).map(date => (
              <DayRooms
                key={date}
                date={date}
                items={items.filter(item => item.date === date)}
                venues={venues.value?.items ?? []}
                values={values}
              />
            ))}
          </>
        )}
      </Shown>
    </section>
  )
}

function useFree(cityId: string, values: SearchValues) {
  const band = bandTimes(values)
  const { from, to, purpose, area, equipment } = values
  const query = {
    from,
    to: to === '' ? from : to,
    timeFrom: band.from,
    timeTo: band.to,
    people: wholeNumber(values.people),
    purpose: purpose === '' ? undefined : purpose,
    area: area === '' ? undefined : area,
    equipment: equipment === '' ? undefined : equipment,
    ...(values.stepFree && { stepFree: 'true' as const }),
    limit: MOST,
  }
  return useApi(
    signal => api.get('/api/cities/{cityId}/free', { params: { cityId }, query, signal }),
    [cityId, JSON.stringify(query)],
    { refresh: true },
  )
}

/** An empty result says what else to try. */
function NothingFree({ phone }: { readonly phone: string }) {
  return (
    <ul>
      <Li k="places.none-days" />
      <Li k="places.none-band" />
      <Li k="places.none-what" />
      <Li k="places.none-phone" p={{ phone }} />
    </ul>
  )
}

function daysOf(items: readonly Item[]): readonly string[] {
  return [...new Set(items.map(({ date }) => date))]
}

type DayProps = {
  readonly date: string
  readonly items: readonly Item[]
  readonly venues: readonly Venue[]
  readonly values: SearchValues
}

function DayRooms({ date, items, venues, values }: DayProps) {
  return (
    <>
      <h3>
        <Day date={date} />
      </h3>
      <ul class="room-cards">
        {items.map(item => (
          <li key={item.spaceId} class="room-card">
            <FreeRoom item={item} venues={venues} values={values} />
          </li>
        ))}
      </ul>
    </>
  )
}

function FreeRoom({ item, venues, values }: Omit<DayProps, 'date' | 'items'> & { readonly item: Item }) {
  const language = useLanguage()
  const space = venues.flatMap(({ spaces }) => spaces).find(({ spaceId }) => spaceId === item.spaceId)
  const band = bandTimes(values)
  return (
    <>
      <p class="room-card__name">
        <OwnText of={{ name: item.spaceName, translations: item.spaceTranslations }} field="name" />
        <Link href={`/venues/${item.venueId}`}>
          <OwnText of={{ name: item.venueName, translations: item.venueTranslations }} field="name" />
        </Link>
      </p>
      <p>
        <Span k={PHASES[item.phase]} class="tag" />{' '}
        <T
          k="places.free-runs"
          p={{
            times: item.free.map(({ from, to }) => (
              <span key={from} class="free-run">
                {timesText(from, to, language)}
              </span>
            )),
          }}
        />
      </p>
      <div class="buttons">
        {item.listingIds.map(listingId => (
          <ButtonLink
            key={listingId}
            kind="secondary"
            size="small"
            href={availabilityPath(listingId, { date: item.date, ...band })}
          >
            <ListingName listing={space?.listings.find(each => each.listingId === listingId)} />
          </ButtonLink>
        ))}
      </div>
    </>
  )
}
