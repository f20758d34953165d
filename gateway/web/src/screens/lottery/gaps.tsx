import { Link } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Day, When } from '../../i18n/format.tsx'
import { H2, P } from '../../i18n/text.tsx'
import { runsOf, slotsOf } from '../../lib/range.ts'
import { PlaceName } from '../../records/place-name.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { availabilityPath } from '../availability/paths.ts'
import type { EntryDetails } from './use-entry.ts'

/** M20: who lost may take what was left over of the same day, at once. */
export function Gaps({ entry }: { readonly entry: EntryDetails }) {
  const days = new Map(entry.wishes.map(wish => [`${wish.listingId} ${wish.date}`, wish]))
  return (
    <section aria-labelledby="gaps">
      <H2 k="lottery.gaps" id="gaps" />
      {[...days].map(([key, wish]) => (
        <GapsOfDay key={key} wish={wish} />
      ))}
    </section>
  )
}

type Props = { readonly wish: EntryDetails['wishes'][number] }

function GapsOfDay({ wish }: Props) {
  const { listingId, date } = wish
  const month = date.slice(0, 7)
  const shown = useApi(
    signal =>
      api.get('/api/listings/{listingId}/availability', { params: { listingId }, query: { month }, signal }),
    [listingId, month],
    { refresh: true },
  )
  return (
    <>
      <h3>
        <span>
          <Day date={date} /> <PlaceName of={wish} />
        </span>
      </h3>
      <Shown of={shown}>
        {({ days }) => {
          const day = days.find(one => one.d === date)
          const isOpen = day?.p === 'f' && day.open !== null
          const free = isOpen ? runsOf(slotsOf(day.open ?? '', day.s), mark => mark === 'o') : []
          return free.length === 0 ? (
            <P k="lottery.no-gaps" />
          ) : (
            <ul class="links">
              {free.map(range => (
                <li key={range.from}>
                  <Link href={availabilityPath(listingId, { date })}>
                    <When date={date} {...range} short />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Shown>
      <ButtonLink href={availabilityPath(listingId, { date })} kind="secondary" k="lottery.see-times" />
    </>
  )
}
