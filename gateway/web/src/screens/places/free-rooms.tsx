import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useState } from 'preact/hooks'
import { api, type ResultAt } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Day } from '../../i18n/format.tsx'
import { H2, Li, P } from '../../i18n/text.tsx'
import { Paged } from '../shared/paged.tsx'
import { FreeDays } from './free-days.tsx'
import { bandTimes, roomQuery, type SearchValues } from './search-query.ts'

type Found = Extract<ResultAt<'get', '/api/cities/{cityId}/free'>, { readonly status: 'ok' }>['value']
type Props = { readonly city: City; readonly values: SearchValues }

/** More than this nobody reads on a phone; the next page is a button below them. */
const MOST = 30

/** S6: rooms free for the wanted length, day by day, each with the way to its calendar. */
export function FreeRooms({ city: { cityId, office }, values }: Props) {
  const [after, setAfter] = useState<string>()
  const found = useFree(cityId, values, after)
  const venues = useApi(
    signal => api.get('/api/cities/{cityId}/venues', { params: { cityId }, signal }),
    [cityId],
  )
  const known = venues.value?.items ?? []
  return (
    <section aria-labelledby="results-title">
      <H2 k="free.results" id="results-title" />
      {found.value?.tooLate && <TooLate {...found.value.tooLate} />}
      <Paged of={found} after={after} onGo={setAfter}>
        {items => (
          <>
            <P
              k={found.value ? summaryOf(found.value) : 'free.count'}
              p={{ count: items.length }}
              role="status"
            />
            <FreeDays items={items} venues={known} />
            {found.value && <Otherwise found={found.value} venues={known} phone={office.phone} />}
          </>
        )}
      </Paged>
    </section>
  )
}

function useFree(cityId: string, values: SearchValues, after: string | undefined) {
  const band = bandTimes(values)
  const { from, to } = values
  const query = {
    from,
    to: to === '' ? from : to,
    ...(band && { timeFrom: band.from, timeTo: band.to }),
    minutes: Number(values.minutes),
    ...roomQuery(values),
    after,
    limit: MOST,
  }
  return useApi(
    signal => api.get('/api/cities/{cityId}/free', { params: { cityId }, query, signal }),
    [cityId, JSON.stringify(query)],
    { refresh: true },
  )
}

function summaryOf({ items, near, next }: Found) {
  if (items.length > 0) return next === null ? 'free.count' : 'free.page'
  return near.length > 0 ? 'free.none-fit' : 'free.none'
}

function TooLate({ first, last }: NonNullable<Found['tooLate']>) {
  const days = (
    <>
      <Day date={first} short />
      {last !== first && (
        <>
          ～<Day date={last} short />
        </>
      )}
    </>
  )
  return <P k="free.too-late" p={{ days }} />
}

type OtherwiseProps = { readonly found: Found; readonly venues: readonly Venue[]; readonly phone: string }

/** What else there is on the wanted days; an empty result says what to try. */
function Otherwise({ found: { items, near }, venues, phone }: OtherwiseProps) {
  if (near.length > 0)
    return (
      <section aria-labelledby="near-title" class="free-near">
        <H2 k="free.near" id="near-title" />
        <P k="free.near-text" />
        <FreeDays items={near} venues={venues} />
      </section>
    )
  if (items.length > 0) return null
  return (
    <ul>
      <Li k="free.none-days" />
      <Li k="free.none-band" />
      <Li k="free.none-what" />
      <Li k="free.none-phone" p={{ phone }} />
    </ul>
  )
}
