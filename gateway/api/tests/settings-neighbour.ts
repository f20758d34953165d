import * as settings from '@asaichi/contract/catalog/settings.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { weighVenue } from '@asaichi/contract/reservation/weigh-venue.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { VENUE } from './sample-documents.ts'

/** Catalog's answers about the settings of Mitaka, whose documents are in their first version. */
export function serveSettings(serve: Bed['serve']): void {
  const isOurs = ({ role, cityId }: { readonly role: string; readonly cityId: string }) =>
    role === 'admin' && cityId === 'mitaka'
  serve(settings.getCitySettings, ({ actor }) =>
    isOurs(actor) ? done({ city: demoCity({ cityId: 'mitaka' }), version: 1 }) : refuse('not-found'),
  )
  serve(settings.reviseCity, ({ expectedVersion }) =>
    expectedVersion === 1
      ? done({ version: 2, changes: [], onDate: null })
      : refuse('version-changed', { version: 1 }),
  )
  serve(settings.getVenueSettings, ({ actor }) =>
    isOurs(actor) ? done({ venue: VENUE, version: 1 }) : refuse('not-found'),
  )
  serve(settings.reviseVenue, ({ venue, expectedVersion }) =>
    expectedVersion === (venue.venueId === 'hall' ? 1 : null)
      ? done({ version: 2, changes: [] })
      : refuse('version-changed', { version: 1 }),
  )
  serve(settings.listChanges, () => done({ items: [], next: null }))
  serve(weighVenue, () => done({ bookings: 3, first: [] }))
}
