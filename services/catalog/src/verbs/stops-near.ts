import { createHash } from 'node:crypto'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import type { ServiceStop } from '@asaichi/contract/catalog/service-stop.ts'
import { stopNotices } from '../domain/stop-notices.ts'

/** G14: the notices of a city's stops that are near or hold now. */
export function stopsNear(city: City, now: string): readonly Notice[] {
  return stopNotices(city, now, idOf)
}

/** The same for the same stop, in the form of a UUID (RFC 9562, version 8). */
function idOf(cityId: string, { from, fromTime, to, toTime }: ServiceStop): string {
  const hash = createHash('sha256').update([cityId, from, fromTime, to, toTime].join(' ')).digest('hex')
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(12, 15)}`, `8${hash.slice(15, 18)}`]
  return [...parts, hash.slice(18, 30)].join('-')
}
