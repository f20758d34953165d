import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { T } from '../../i18n/text.tsx'
import { mapHref } from '../../lib/map-href.ts'
import { useCity } from '../../shell/city.tsx'

/** M10: where a hall is, with the way to a map as far as the city knows its place; nothing of the map is loaded here. */
export function Address({ venue }: { readonly venue: Venue }) {
  const { latitude, longitude } = venue.facts ?? {}
  const { city } = useCity()
  return (
    <>
      〒{venue.postalCode} <OwnText of={venue} field="address" />
      {latitude !== undefined && longitude !== undefined && (
        <div class="no-print">
          <a href={mapHref(city?.mapLink, { latitude, longitude })} rel="noreferrer">
            <T k="places.map" />
          </a>
        </div>
      )}
    </>
  )
}
