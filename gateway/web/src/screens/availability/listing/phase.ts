import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import type { Instant } from '@asaichi/contract/time.ts'

/** What can be done for a use date now. `waiting`: first-come lies ahead and no lottery entry is taken any more (R14). */
export type BookingPhase = 'shut' | 'before' | 'lottery' | 'waiting' | 'first-come' | 'over'

/** M17, M18, M21 by the windows the API gave and the server's clock; the desk itself decides when somebody presses. */
export function phaseOf(
  { hours, lottery, firstCome }: Pick<ListingDay, 'hours' | 'lottery' | 'firstCome'>,
  now: Instant,
): BookingPhase {
  if (hours === null) return 'shut'
  if (lottery && now < lottery.opensAt) return 'before'
  if (lottery && now < lottery.closesAt) return 'lottery'
  if (!firstCome || now >= firstCome.closesAt) return 'over'
  return now < firstCome.opensAt ? 'waiting' : 'first-come'
}
