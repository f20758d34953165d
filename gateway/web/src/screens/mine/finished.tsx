import type { Entry } from '@asaichi/contract/lottery/entries.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { H2 } from '../../i18n/text.tsx'
import { Paged } from '../shared/paged.tsx'
import { EntryCard, ReservationCard } from './cards.tsx'
import { Empty, type Listed } from './live-lists.tsx'

const PAGE = 20

/** 終わったもの: bookings that are over, page by page, and entries that led to none. */
export function Finished({ entries }: { readonly entries: Listed<Entry> }) {
  const [after, setAfter] = useState<string>()
  const shown = useApi(
    signal =>
      api.get('/api/reservations', {
        query: { status: ['used', 'refused', 'cancelled', 'expired'], after, limit: PAGE },
        signal,
      }),
    [after],
  )
  const over = entries.value?.items.filter(one => one.status !== 'entered' && one.status !== 'won') ?? []
  return (
    <>
      <Paged of={shown} after={after} onGo={setAfter}>
        {items => (
          <>
            {items.length === 0 ? (
              over.length === 0 && <Empty text="mine.none-over" />
            ) : (
              <ul class="cards">
                {items.map(reservation => (
                  <ReservationCard key={reservation.reservationId} reservation={reservation} />
                ))}
              </ul>
            )}
          </>
        )}
      </Paged>
      {over.length > 0 && after === undefined && (
        <section aria-labelledby="over-entries">
          <H2 k="mine.over-entries" id="over-entries" />
          <ul class="cards">
            {over.map(entry => (
              <EntryCard key={entry.entryId} entry={entry} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
