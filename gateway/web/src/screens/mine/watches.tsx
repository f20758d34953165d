import type { Watch } from '@asaichi/contract/reservation/watches.ts'
import { Link } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { When } from '../../i18n/format.tsx'
import { P, T } from '../../i18n/text.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { Shown } from '../../shell/shown.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { KeptList } from './kept-list.tsx'
import { useRemoval } from './use-removal.tsx'

/** G5: times somebody waits for; each ends by itself when it was told of, or when the time begins. */
export function Watches() {
  const shown = useApi(signal => api.get('/api/me/watches', { signal }), [])
  const removal = useRemoval(
    ({ watchId }: Watch) => api.delete('/api/me/watches/{watchId}', { params: { watchId } }),
    shown.reload,
  )
  return (
    <section aria-labelledby="watches">
      <h2 id="watches" tabIndex={-1} ref={removal.heading}>
        <T k="mine.watches" />
      </h2>
      <P k="mine.watches-text" />
      {removal.notice}
      <Shown of={shown}>
        {({ items }) =>
          items.length === 0 ? (
            <P k="mine.none-watches" />
          ) : (
            <KeptList
              items={items}
              keyOf={watch => watch.watchId}
              name={watch => <When {...watch} />}
              removes="mine.end-watch"
              onRemove={removal.run}
            >
              {watch => (
                <span>
                  <Link href={availabilityPath(watch.listingId, { date: watch.date })}>
                    <When {...watch} />
                  </Link>
                  <br />
                  <PlaceName of={watch} />
                </span>
              )}
            </KeptList>
          )
        }
      </Shown>
    </section>
  )
}
