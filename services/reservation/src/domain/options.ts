import type { VenueOption } from '@asaichi/contract/catalog/venue.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import type { Bookable } from './bookable.ts'

type Span = { readonly startsAt: string; readonly endsAt: string }
/** What a booking of the day has. */
export type OptionHolder = {
  readonly reservationId: string
  readonly options?: readonly Pick<BookedOption, 'optionId' | 'count'>[]
}
type Held = Span & { readonly holder?: OptionHolder }

/** G10: an option of the venue that this room may have. */
export function offeredOption({ venue, space }: Bookable, optionId: string): VenueOption | undefined {
  const option = venue.options?.find(each => each.optionId === optionId)
  return option?.spaceIds?.includes(space.spaceId) === false ? undefined : option
}

/** What was ordered, with its names and fees as they are now. */
export function orderedOptions(
  { options = [] }: Pick<Application, 'options'>,
  bookable: Bookable,
): BookedOption[] {
  return options.flatMap(({ optionId, count }) => {
    const option = offeredOption(bookable, optionId)
    return option ? [bookedOption(option, count)] : []
  })
}

function bookedOption({ optionId, name, yen, translations }: VenueOption, count: number): BookedOption {
  const booked = { optionId, name, count, yen: count * yen }
  if (!translations) return booked
  const { 'ja-easy': easy, en } = translations
  return { ...booked, translations: { 'ja-easy': { name: easy?.name }, en: { name: en?.name } } }
}

/** G10: how many of an option the bookings of a venue's day have at the fullest moment of a span. */
export function mostInUse(optionId: string, span: Span, occupied: readonly Held[]): number {
  // A hall's booking takes the rooms it is made of too, and its options once.
  const uses = new Map<string, Span & { readonly count: number }>()
  for (const { startsAt, endsAt, holder } of occupied) {
    const count = holder?.options?.find(each => each.optionId === optionId)?.count
    const overlaps = startsAt < span.endsAt && span.startsAt < endsAt
    if (holder && count !== undefined && overlaps) uses.set(holder.reservationId, { startsAt, endsAt, count })
  }
  const all = [...uses.values()]
  const at = (moment: string) =>
    all.filter(use => use.startsAt <= moment && moment < use.endsAt).reduce((sum, use) => sum + use.count, 0)
  // The number only grows where a use begins.
  const begins = all.map(use => use.startsAt).filter(moment => moment > span.startsAt)
  return Math.max(at(span.startsAt), ...begins.map(at))
}
