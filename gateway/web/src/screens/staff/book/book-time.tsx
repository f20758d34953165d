import { useState } from 'preact/hooks'
import { say } from '../../../i18n/message.ts'
import { H3, P, T } from '../../../i18n/text.tsx'
import { type RangeLimits, stillFree } from '../../../lib/range.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Button } from '../../../ui/button.tsx'
import { SlotList } from '../../../ui/calendar/slot-list.tsx'
import { Select } from '../../../ui/form/choice.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { type MonthDay, markOf, slotsOfDay, useMonth } from '../../availability/listing/use-month.ts'
import { ListingMonth } from '../../availability/listing-month.tsx'
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
          <ListingMonth
            month={month}
            days={days}
            // Between draw and opening staff book nothing either.
            mark={day => (day.p === 'd' ? 'outside' : markOf(day, limits))}
            selected={date || undefined}
            onDay={choose}
            onMonth={setMonth}
            first={today.slice(0, 7)}
            monthsAhead={12}
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
