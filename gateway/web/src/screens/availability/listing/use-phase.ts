import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import { useEffect, useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useOwnClass } from '../../../api/own-class.ts'
import { serverNow } from '../../../api/server-clock.ts'
import { useApi } from '../../../api/use-api.ts'
import { useServerNow } from '../../../api/use-server-now.ts'
import { type BookingPhase, phaseOf } from './phase.ts'

/** The windows of a use date; nothing is asked while no date is chosen. */
export function useListingDay(listingId: string, date: string) {
  const query = useOwnClass()
  return useApi(
    signal =>
      api.get('/api/listings/{listingId}/days/{date}', { params: { listingId, date }, query, signal }),
    [listingId, date, query.classId],
  )
}

const LOOK_MS = 200
const RARELY_MS = 86_400_000

/** R14: the phase on the server's clock; the screen is drawn again only when it changes. */
export function usePhase(day: ListingDay | undefined): BookingPhase | undefined {
  const [phase, setPhase] = useState<BookingPhase>()
  // Asks for the server's time; the ticks of its own would draw a whole form every second.
  useServerNow(RARELY_MS)
  useEffect(() => {
    const look = () => {
      const now = serverNow()
      setPhase(day && now !== undefined ? phaseOf(day, now) : undefined)
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [day])
  return phase
}
