import type { Availability } from '@asaichi/contract/catalog/availability.ts'
import { useRef, useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { serverNow } from '../../../api/server-clock.ts'
import { useApi } from '../../../api/use-api.ts'
import { dayMark, type RangeLimits, type Slot, slotsOf } from '../../../lib/range.ts'
import type { DayMark } from '../../../ui/calendar/month-calendar.tsx'

export type MonthDay = Availability['days'][number]

/**
 * M22: a listing's month, asked again every 20 s, and when it was true. Without a month the first one in which something can
 * be booked, which then stays: a calendar does not turn its page because somebody took the last hour.
 */
export function useMonth(listingId: string, month: string | undefined) {
  const [at, setAt] = useState<string>()
  const first = useRef<string>()
  const isFirst = month === undefined || month === first.current
  const shown = useApi(
    async signal => {
      const params = { listingId }
      const answer = await api.get('/api/listings/{listingId}/availability', {
        params,
        query: { month: month ?? first.current },
        signal,
      })
      if (answer.status === 'ok') {
        if (month === undefined) first.current = answer.value.month
        setAt(serverNow())
      }
      return answer
    },
    [listingId, isFirst || month],
    { refresh: true },
  )
  return { ...shown, at }
}

export function slotsOfDay(day: MonthDay | undefined): readonly Slot[] {
  return day?.open ? slotsOf(day.open, day.s) : []
}

/** The sign of a day. A day of the lottery is 抽 until its draw is done, for what seems free may have been won. */
export function markOf(day: MonthDay, limits: RangeLimits): DayMark {
  switch (day.p) {
    case 'l':
    case 'd':
      return 'lottery'
    case 'f':
      return dayMark(slotsOfDay(day), limits)
    case '-':
      return 'holiday'
    case 'b':
    case 'c':
      return 'outside'
  }
}
