import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import type { Bookable } from '../../api/bookable.ts'
import type { BookingPhase } from '../availability/listing/phase.ts'
import type { Wanted } from '../availability/paths.ts'

/** What is applied for, and what may be done about it now. */
export type ApplicationProps = {
  readonly room: Bookable
  readonly day: ListingDay
  readonly phase: BookingPhase
  readonly wanted: Wanted
}
