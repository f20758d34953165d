import { addMonths, monthDates } from '@asaichi/calendar/local-date.ts'
import { useState } from 'preact/hooks'
import { When } from '../../i18n/format.tsx'
import { slotsOf, type TimeRange } from '../../lib/range.ts'
import { Button } from '../../ui/button.tsx'
import { type DayMark, MonthCalendar } from '../../ui/calendar/month-calendar.tsx'
import { RangeBar } from '../../ui/calendar/range-bar.tsx'
import { SlotList } from '../../ui/calendar/slot-list.tsx'

const MARKS: readonly DayMark[] = ['free', 'few', 'full', 'lottery', 'holiday', 'outside']
const SLOTS = slotsOf('09:00', 'ooooxxoohhrrooooooooxxxx')

export function AvailabilityDemo() {
  const [month, setMonth] = useState('2026-12')
  const [date, setDate] = useState('2026-12-07')
  const [range, setRange] = useState<TimeRange | undefined>({ from: '09:30', to: '10:30' })
  const marks = Object.fromEntries(
    monthDates(month).map((one, index) => [one, MARKS[index % MARKS.length] ?? 'outside']),
  )
  return (
    <>
      <MonthCalendar
        month={month}
        marks={marks}
        holidays={[]}
        selected={date}
        onSelect={setDate}
        onMonth={step => setMonth(addMonths(month, step))}
        hasPrevious={month > '2026-11'}
        hasNext={month < '2027-02'}
        timesId="demo-times"
      />
      <SlotList id="demo-times" slots={SLOTS} limits={{ minMinutes: 30 }} range={range} onChange={setRange} />
      {range && (
        <RangeBar action={<Button>申込みへ進む</Button>}>
          <When date={date} {...range} />
        </RangeBar>
      )}
    </>
  )
}
