import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { api } from '../../api/client.ts'
import { useMe } from '../../api/session.tsx'
import { useApi } from '../../api/use-api.ts'

type Listed = { readonly items: readonly Reservation[] }
const NONE: readonly Reservation[] = []
const NOBODY = { status: 'ok', value: { items: NONE }, etag: undefined } as const

/** What the reader has booked, so that a calendar does not call it another person's; nothing for who is not logged in. */
export function useOwnBookings(): readonly Reservation[] {
  const personId = useMe()?.personId
  const { value } = useApi<Listed, unknown>(
    signal =>
      personId === undefined
        ? Promise.resolve(NOBODY)
        : api.get('/api/reservations', { query: { status: ['approved', 'pending'], limit: 100 }, signal }),
    [personId],
  )
  return value?.items ?? NONE
}
