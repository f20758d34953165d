import type { listFavourites } from '@asaichi/contract/catalog/favourites.ts'
import { Link } from 'wouter-preact'
import type { z } from 'zod'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { P, T } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { KeptList } from './kept-list.tsx'
import { useRemoval } from './use-removal.tsx'

type Favourite = z.output<typeof listFavourites.output>['items'][number]

/** M28: what a person books again and again. */
export function Favourites() {
  const shown = useApi(signal => api.get('/api/me/favourites', { signal }), [])
  const removal = useRemoval(
    ({ kind, id }: Favourite) => api.delete('/api/me/favourites/{kind}/{id}', { params: { kind, id } }),
    shown.reload,
  )
  return (
    <section aria-labelledby="favourites">
      <h2 id="favourites" tabIndex={-1} ref={removal.heading}>
        <T k="mine.favourites" />
      </h2>
      {removal.notice}
      <Shown of={shown}>
        {({ items }) =>
          items.length === 0 ? (
            <div class="empty">
              <P k="mine.none-favourites" />
              <ButtonLink href="/search" k="common.nav-search" />
            </div>
          ) : (
            <KeptList
              items={items}
              keyOf={one => `${one.kind} ${one.id}`}
              name={one => <FavouriteName of={one} />}
              removes="mine.remove"
              onRemove={removal.run}
            >
              {one => (
                <Link href={one.kind === 'venue' ? `/venues/${one.id}` : availabilityPath(one.id)}>
                  <FavouriteName of={one} />
                </Link>
              )}
            </KeptList>
          )
        }
      </Shown>
    </section>
  )
}

function FavouriteName({ of }: { readonly of: Favourite }) {
  const { venueName, venueTranslations, listingName, listingTranslations } = of
  return (
    <>
      <OwnText of={{ name: venueName, translations: venueTranslations }} field="name" />
      {listingName !== null && (
        <>
          {' '}
          <OwnText of={{ name: listingName, translations: listingTranslations }} field="name" />
        </>
      )}
    </>
  )
}
