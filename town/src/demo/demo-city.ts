import { readFileSync } from 'node:fs'
import { readCityFile } from '@asaichi/city/file/read-city-file.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'

export type DemoCity = {
  readonly city: City
  readonly venues: readonly Venue[]
  readonly venueOf: (venueId: string) => Venue
}

/** A city of the demo, from its file beside this one, as any city is told to a town. A file that is wrong is a bug of the demo. */
export function readDemoCity(name: 'mitaka' | 'sapporo'): DemoCity {
  const read = readCityFile(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'))
  if (!read.ok) throw new Error(`${name}.yaml: ${JSON.stringify(read.faults)}`)
  const { city } = read.file
  const venues = read.file.venues.map(venue => ({ ...venue, cityId: city.cityId }))
  return {
    city,
    venues,
    venueOf(venueId) {
      const venue = venues.find(each => each.venueId === venueId)
      if (!venue) throw new Error(`${name}.yaml has no venue ${venueId}`)
      return venue
    },
  }
}
