import { askServerTime } from '../../api/ask-server-time.ts'
import { api } from '../../api/client.ts'
import { serverNow } from '../../api/server-clock.ts'
import { dateAt } from '../../lib/tokyo.ts'
import { choiceOf, monthOf } from './choice.ts'

/** R6: asks for the room and its month, without a choice the month of today on the server's clock. */
export async function askAvailabilityAhead({ pathname, search }: Location): Promise<void> {
  const listingId = /^\/listings\/([a-z0-9-]+)\//.exec(pathname)?.[1]
  if (listingId === undefined) return
  const params = { listingId }
  void api.ahead('/api/listings/{listingId}', { params })
  const month = monthOf(choiceOf(search)) ?? (await thisMonth())
  if (month !== undefined)
    void api.ahead('/api/listings/{listingId}/availability', { params, query: { month } })
}

async function thisMonth(): Promise<string | undefined> {
  if (serverNow() === undefined) await askServerTime()
  const now = serverNow()
  return now && dateAt(now).slice(0, 7)
}
