import { whyStopped } from '@asaichi/calendar/service-stop.ts'
import { refuse } from '@asaichi/contract/define.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { findCity } from '../store/cities.ts'
import type { Tables } from '../store/schema.ts'

/** G14: what a resident's act is refused with while the city has stopped; nothing where it has not. */
export async function whileStopped(db: Kysely<Tables>, cityId: string) {
  const stops = (await findCity(db, cityId))?.serviceStops ?? []
  const stopped = stops.length === 0 ? undefined : whyStopped(stops, await townNow(db))
  return stopped && refuse('service-stopped', stopped)
}
