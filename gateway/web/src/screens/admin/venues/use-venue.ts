import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { fromVersion, readWith } from '../settings/read-with.ts'
import { ownLetters, settled } from './fresh.ts'

/** A venue's document with the tag of its version. */
export function useVenueDocument(cityId: string, venueId: string) {
  return useApi(
    async signal =>
      readWith(
        await api.get('/api/cities/{cityId}/venues/{venueId}/settings', {
          params: { cityId, venueId },
          signal,
        }),
      ),
    [cityId, venueId],
  )
}

/** How a venue is looked at and put: what is new in it gets its id on the way, the same for both. */
export function useVenueSending() {
  const [letters] = useState(ownLetters)
  return {
    look: (venue: Venue, tag: string | null) => {
      const { cityId, venueId, ...body } = settled(venue, letters)
      const params = { cityId, venueId }
      return api.post('/api/cities/{cityId}/venues/{venueId}/settings/preview', {
        params,
        body,
        headers: fromVersion(tag),
      })
    },
    put: (venue: Venue, tag: string | null) => {
      const { cityId, venueId, ...body } = settled(venue, letters)
      const params = { cityId, venueId }
      return api.put('/api/cities/{cityId}/venues/{venueId}/settings', {
        params,
        body,
        headers: fromVersion(tag),
      })
    },
  }
}
