import type { Call } from '@asaichi/bus/call.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import type { CityFile } from '@asaichi/contract/catalog/city-file.ts'
import { searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { Missing } from '../init/missing.ts'

/** The city as the town has it, its venues by id. */
export async function exportCity(call: Call, cityId: string): Promise<CityFile> {
  const city = await call(getCity, { cityId })
  if (!city.ok) throw new Missing(`The town has no city ${cityId}.`)
  const venues: CityFile['venues'] = []
  let after: string | undefined
  do {
    const page = await call(searchVenues, { cityId, ...(after !== undefined && { after }) })
    if (!page.ok) throw new Missing(`The town has no city ${cityId}.`)
    venues.push(...page.value.items.map(({ cityId: _, ...venue }) => venue))
    after = page.value.next ?? undefined
  } while (after !== undefined)
  return { city: city.value, venues }
}
