import { demoCity } from '@asaichi/testkit/demo-city.ts'
import type { RouteSample } from './route-sample.ts'
import { VENUE } from './sample-documents.ts'

const { cityId: _, ...CITY_BODY } = demoCity({ cityId: 'mitaka' })
const { cityId: __, venueId: ___, ...VENUE_BODY } = VENUE

export { CITY_BODY, VENUE_BODY }

type Rows = Readonly<Record<'ADMIN', RouteSample['expected']>>

/** The rows of the matrix for what admins set. */
export function settingsSamples({ ADMIN }: Rows): Readonly<Record<string, RouteSample>> {
  const city = '/api/cities/mitaka/settings'
  const hall = '/api/cities/mitaka/venues/hall/settings'
  const headers = { 'if-match': '"v1"' }
  const ofCity = { json: CITY_BODY, headers, expected: ADMIN }
  const ofVenue = { json: VENUE_BODY, headers, expected: ADMIN }
  return {
    'GET /api/cities/{cityId}/settings': { path: city, expected: ADMIN },
    'PUT /api/cities/{cityId}/settings': { path: city, ...ofCity },
    'POST /api/cities/{cityId}/settings/preview': { path: `${city}/preview?date=2027-02-14`, ...ofCity },
    'GET /api/cities/{cityId}/venues/{venueId}/settings': { path: hall, expected: ADMIN },
    'PUT /api/cities/{cityId}/venues/{venueId}/settings': { path: hall, ...ofVenue },
    'POST /api/cities/{cityId}/venues/{venueId}/settings/preview': { path: `${hall}/preview`, ...ofVenue },
    'GET /api/cities/{cityId}/changes': { path: '/api/cities/mitaka/changes?limit=10', expected: ADMIN },
  }
}
