import type { VenueOption } from '@asaichi/contract/catalog/venue.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import type { Bookable } from '../../api/bookable.ts'

/** How many of each option, by its id. */
export type OptionCounts = Readonly<Record<string, number>>

/** G10: what can be booked with a room. */
export function optionsOf({ venue, space }: Bookable): readonly VenueOption[] {
  return (venue.options ?? []).filter(
    ({ stock, spaceIds }) => stock > 0 && spaceIds?.includes(space.spaceId) !== false,
  )
}

/** What is chosen of them, with its fee; what this room does not have is left out. */
export function chosenOptions(room: Bookable, counts: OptionCounts): readonly BookedOption[] {
  return optionsOf(room).flatMap(({ optionId, name, translations, yen }) => {
    const count = counts[optionId] ?? 0
    return count > 0 ? [{ optionId, name, translations, count, yen: count * yen }] : []
  })
}

export function optionsYen(options: readonly BookedOption[]): number {
  return options.reduce((sum, { yen }) => sum + yen, 0)
}
