import { addMonths } from '@asaichi/calendar/local-date.ts'
import { useState } from 'preact/hooks'
import { say } from '../../../i18n/message.ts'
import { H3, P, T } from '../../../i18n/text.tsx'
import { dayMark, type RangeLimits, stillFree } from '../../../lib/range.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Button } from '../../../ui/button.tsx'
import { type DayMark, MonthCalendar } from '../../../ui/calendar/month-calendar.tsx'
import { SlotList } from '../../../ui/calendar/slot-list.tsx'
import { Select } from '../../../ui/form/choice.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { type MonthDay, slotsOfDay, useMonth } from '../../availability/listing/use-month.ts'
import { listingOptions } from '../shared/listing-options.ts'
import { useToday } from '../shared/use-today.ts'
import type { BookPartProps } from './use-book-form.ts'

/** T5: the room, the day and the time, from the same calendar residents see. */
export function BookTime({ venues, form, onStep }: BookPartProps) {
  const { listingId } = form.values
  const today = useToday()
  const space = venues
    .flatMap(venue => venue.spaces)
    .find(one => one.listings.some(listing => listing.listingId === listingId))
  const choose = (id: string) => {
    form.set('listingId', id)
    form.set('date', '')
    form.set('from', '')
    form.set('to', '')
  }
  if (today === undefined) return <Loading />
  return (
    <>
      <div>
        <Select
          {...form.field('listingId')}
          label={say('staff.book-room')}
          onChange={choose}
          options={listingOptions(venues)}
        />
      </div>
      {space ? (
        <RoomMonth key={listingId} form={form} today={today} limits={{ minMinutes: space.minMinutes }} />
      ) : (
        <P k="staff.book-room-first" />
      )}
      <p id="time-next">{form.values.from === '' && <T k="staff.book-time-first" />}</p>
      <div class="buttons">
        <Button
          disabled={form.values.from === ''}
          describedBy="time-next"
          onClick={() => onStep(3)}
          k="staff.book-next"
        />
        <Button kind="secondary" onClick={() => onStep(1)} k="staff.book-back" />
      </div>
    </>
  )
}

type MonthProps = Pick<BookPartProps, 'form'> & { readonly today: string; readonly limits: RangeLimits }

function RoomMonth({ form, today, limits }: MonthProps) {
  const { listingId, date } = form.values
  const [chosen, setMonth] = useState(date === '' ? undefined : date.slice(0, 7))
  const first = today.slice(0, 7)
  const rooms = useMonth(listingId, chosen)
  const choose = (day: string) => {
    form.set('date', day)
    form.set('from', '')
    form.set('to', '')
  }
  return (
    <Shown of={rooms}>
      {({ month, days }) => (
        <>
          <MonthCalendar
            month={month}
            marks={Object.fromEntries(days.map(day => [day.d, markOf(day, limits)]))}
            holidays={days.filter(one => one.h).map(one => one.d)}
            selected={date || undefined}
            onSelect={choose}
            onMonth={step => setMonth(addMonths(month, step))}
            hasPrevious={month > first}
            hasNext={month < addMonths(first, 12)}
            timesId="book-times"
          />
          <DayTimes form={form} days={days} limits={limits} />
        </>
      )}
    </Shown>
  )
}

type TimesProps = Pick<MonthProps, 'form' | 'limits'> & { readonly days: readonly MonthDay[] }

function DayTimes({ form, days, limits }: TimesProps) {
  const { date, from, to } = form.values
  const day = days.find(one => one.d === date)
  if (!day) return <p id="book-times">{date === '' && <T k="staff.book-day-first" />}</p>
  const slots = slotsOfDay(day)
  const range = stillFree(slots, from === '' ? undefined : { from, to }, limits)
  const isLottery = day.p === 'l'
  return (
    <>
      <H3 k={isLottery ? 'staff.book-times-lottery' : 'staff.book-times'} />
      {isLottery && <P k="staff.book-lottery-note" />}
      <SlotList
        id="book-times"
        slots={slots}
        limits={limits}
        range={range}
        {...(isLottery && { freeText: 'calendar.slot-lottery' as const })}
        onChange={chosen => {
          form.set('from', chosen?.from ?? '')
          form.set('to', chosen?.to ?? '')
          form.set('phase', isLottery ? 'lottery' : 'first-come')
        }}
      />
    </>
  )
}

function markOf(day: MonthDay, limits: RangeLimits): DayMark {
  switch (day.p) {
    case 'l':
      return 'lottery'
    case 'f':
      return dayMark(slotsOfDay(day), limits)
    case '-':
      return 'holiday'
    case 'b':
    case 'c':
    case 'd':
      return 'outside'
  }
}
