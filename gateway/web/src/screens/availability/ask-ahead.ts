import { api } from '../../api/client.ts'
import { choiceOf, monthOf } from './choice.ts'

/** R6: asks for the room and its month, without a choice the first month in which something can be booked. */
export function askAvailabilityAhead({ pathname, search }: Location): void {
  const listingId = /^\/listings\/([a-z0-9-]+)\//.exec(pathname)?.[1]
  if (listingId === undefined) return
  const params = { listingId }
  const month = monthOf(choiceOf(search))
  void api.ahead('/api/listings/{listingId}', { params })
  void api.ahead('/api/listings/{listingId}/availability', { params, query: { month } })
}
