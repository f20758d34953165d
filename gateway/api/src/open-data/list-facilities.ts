import type { Call } from '@asaichi/bus/call.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import { searchVenues, type Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { facilityOf } from './facility.ts'

/** Far more halls than any city has; a catalogue that never comes to an end is asked no further. */
const MOST_PAGES = 100

/** All halls of a city, by id, in the columns of 公共施設一覧; `not-found` also for a city that publishes none. */
export async function listFacilities(call: Call, cityId: string, publicUrl: string) {
  const found = await call(getCity, { cityId })
  if (!found.ok) return found
  const { openData } = found.value
  if (!openData) return refuse('not-found')
  const venues: Venue[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const listed = await call(searchVenues, { cityId, ...(after !== undefined && { after }) })
    if (!listed.ok) return listed
    venues.push(...listed.value.items)
    if (listed.value.next === null) break
    after = listed.value.next
  }
  const city = { ...found.value, openData }
  const items = venues.map((venue, index) => facilityOf({ city, venue, nr: index + 1 }, publicUrl))
  return done({ licence: openData.licence, items })
}
