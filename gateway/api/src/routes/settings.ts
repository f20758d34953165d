import { City } from '@asaichi/contract/catalog/city.ts'
import {
  getCitySettings,
  getVenueSettings,
  listChanges,
  reviseCity,
  reviseVenue,
} from '@asaichi/contract/catalog/settings.ts'
import { Venue } from '@asaichi/contract/catalog/venue.ts'
import { done } from '@asaichi/contract/define.ts'
import { CityId, VenueId } from '@asaichi/contract/ids.ts'
import { weighVenue } from '@asaichi/contract/reservation/weigh-venue.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route, versionTag } from '../http/route.ts'

const inCity = z.object({ cityId: CityId })
const ofVenue = inCity.extend({ venueId: VenueId })
const OwnCity = City.omit({ cityId: true }).strict()
const OwnVenue = Venue.omit({ cityId: true, venueId: true }).strict()
const NO_BOOKINGS: z.output<typeof weighVenue.output> = { bookings: 0, first: [] }
const changes = listChanges.input.shape

/** What admins set of their city: the same documents as in its file (docs/city-file.md), each put whole from a version. */
export const settingsRoutes = [
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/settings',
      summary: '市の設定（ETag 付き）',
      access: 'admin',
      params: inCity,
      answers: getCitySettings,
      shows: City,
    },
    ({ call, actor, params }) => call(getCitySettings, { actor, ...params }),
    ({ city, version }) => ({ status: 200, json: city, etag: versionTag(version) }),
  ),
  route(
    {
      method: 'put',
      path: '/api/cities/{cityId}/settings',
      summary: '市の設定を丸ごと変える。読んだときの ETag を If-Match に',
      access: 'admin',
      params: inCity,
      body: OwnCity,
      fromVersion: true,
      answers: reviseCity,
    },
    ({ call, actor, params, body, expectedVersion }) =>
      call(reviseCity, { actor, city: { ...body, ...params }, expectedVersion: expectedVersion ?? 0 }),
    value => ({ status: 200, json: value, headers: { etag: versionTag(value.version) } }),
  ),
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/settings/preview',
      summary: '変えるとどうなるか（変えない）：変わる項目と、ある利用日の受付と抽選の日時',
      access: 'admin',
      params: inCity,
      query: z.strictObject({ date: reviseCity.input.shape.onDate }),
      body: OwnCity,
      fromVersion: true,
      answers: reviseCity,
    },
    ({ call, actor, params, query, body, expectedVersion }) =>
      call(reviseCity, {
        actor,
        city: { ...body, ...params },
        expectedVersion: expectedVersion ?? 0,
        dryRun: true,
        onDate: query.date,
      }),
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/venues/{venueId}/settings',
      summary: '施設と部屋の設定（ETag 付き）',
      access: 'admin',
      params: ofVenue,
      answers: getVenueSettings,
      shows: Venue,
    },
    ({ call, actor, params }) => call(getVenueSettings, { actor, ...params }),
    ({ venue, version }) => ({ status: 200, json: venue, etag: versionTag(version) }),
  ),
  route(
    {
      method: 'put',
      path: '/api/cities/{cityId}/venues/{venueId}/settings',
      summary: '施設を部屋・貸出枠・開館時間・休館日・料金ごと変える。新しい施設は If-None-Match: *',
      access: 'admin',
      params: ofVenue,
      body: OwnVenue,
      fromVersion: true,
      answers: reviseVenue,
    },
    ({ call, actor, params, body, expectedVersion }) =>
      call(reviseVenue, { actor, venue: { ...body, ...params }, expectedVersion }),
    value => ({ status: 200, json: value, headers: { etag: versionTag(value.version) } }),
  ),
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/venues/{venueId}/settings/preview',
      summary: '変えるとどうなるか（変えない）：変わる項目と、開館時間や部屋の外になる予約',
      access: 'admin',
      params: ofVenue,
      body: OwnVenue,
      fromVersion: true,
      answers: {
        output: reviseVenue.output.extend(weighVenue.output.shape),
        refusals: { ...reviseVenue.refusals, ...weighVenue.refusals },
      },
    },
    async ({ call, actor, params, body, expectedVersion }) => {
      const venue = { ...body, ...params }
      const planned = await call(reviseVenue, { actor, venue, expectedVersion, dryRun: true })
      if (!planned.ok) return planned
      if (expectedVersion === null) return done({ ...planned.value, ...NO_BOOKINGS })
      const weighed = await call(weighVenue, { venue })
      return weighed.ok ? done({ ...planned.value, ...weighed.value }) : weighed
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/changes',
      summary: '設定の履歴：だれが、いつ、何を変えたか（新しい順）',
      access: 'admin',
      params: inCity,
      query: z.strictObject({ after: changes.after, limit: wholeNumber(changes.limit.unwrap()).optional() }),
      answers: listChanges,
    },
    ({ call, actor, params, query }) => call(listChanges, { actor, ...params, ...query }),
  ),
] as const
