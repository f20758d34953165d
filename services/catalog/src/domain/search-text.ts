import type { Venue } from '@asaichi/contract/catalog/venue.ts'

/** Full-width and half-width, upper and lower case are one: ＷｉＦｉ finds Wi-Fi's letters as wifi does. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** S4: everything of a facility that a person may search for by words. */
export function searchTextOf(venue: Venue): string {
  const rooms = venue.spaces.flatMap(space => [
    space.name,
    ...space.purposes,
    ...space.equipment.map(item => item.name),
  ])
  const { name, pitch, text, address, area, station } = venue
  // Parted by a line end, so that no search matches across two facts.
  return folded([name, pitch, text, address, area, station ?? '', ...rooms].join('\n'))
}
