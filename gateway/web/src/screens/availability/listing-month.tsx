import { addMonths } from '@asaichi/calendar/local-date.ts'
import { type DayMark, MonthCalendar } from '../../ui/calendar/month-calendar.tsx'
import type { MonthDay } from './listing/use-month.ts'

type Props = {
  readonly month: string
  readonly days: readonly MonthDay[]
  readonly mark: (day: MonthDay) => DayMark
  readonly selected: string | undefined
  readonly onDay: (date: string) => void
  readonly onMonth: (month: string) => void
  /** The month of today, before which nothing is shown. */
  readonly first: string
  readonly monthsAhead: number
  /** Where the times of the chosen day stand. */
  readonly timesId: string
}

/** R6: the month of a listing as the catalogue told it. */
export function ListingMonth(props: Props) {
  const { month, days, mark, selected, onDay, onMonth, first, monthsAhead, timesId } = props
  return (
    <MonthCalendar
      month={month}
      marks={Object.fromEntries(days.map(day => [day.d, mark(day)]))}
      holidays={days.filter(day => day.h).map(day => day.d)}
      selected={selected}
      onSelect={onDay}
      onMonth={step => onMonth(addMonths(month, step))}
      hasPrevious={month > first}
      hasNext={month < addMonths(first, monthsAhead)}
      timesId={timesId}
    />
  )
}
