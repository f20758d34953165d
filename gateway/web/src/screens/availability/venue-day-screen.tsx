import { addDays, isLocalDate } from '@asaichi/calendar/local-date.ts'
import { useRef } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Day } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { T } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { venueDayPath } from './paths.ts'
import { VenueRooms } from './venue-rooms.tsx'

/** R7: all rooms of a venue on one day; without a choice the first on which something can be booked. */
export function VenueDayScreen({ params: { venueId = '' } }: ScreenProps) {
  const asked = new URLSearchParams(useSearch()).get('date') ?? ''
  const date = isLocalDate(asked) ? asked : undefined
  return (
    <Page
      title={say('availability.venue-day-title')}
      screen="R7"
      crumbs={[
        { href: '/search', label: say('common.nav-search') },
        { href: `/venues/${venueId}`, label: say('availability.venue-page') },
      ]}
    >
      <VenueDay key={venueId} venueId={venueId} wanted={date} />
    </Page>
  )
}

type DayProps = { readonly venueId: string; readonly wanted: string | undefined }

function VenueDay({ venueId, wanted }: DayProps) {
  const day = useDay(venueId, wanted)
  const date = wanted ?? day.value?.date
  usePageCity(day.value?.cityId)
  return (
    <>
      <p class="lead">
        {day.value && (
          <OwnText
            of={{ name: day.value.venueName, translations: day.value.venueTranslations }}
            field="name"
          />
        )}
      </p>
      {date !== undefined && <DayChoice venueId={venueId} date={date} />}
      <section aria-labelledby="rooms-title">
        <h2 id="rooms-title" aria-live="polite">
          {date !== undefined && (
            <span>
              <Day date={date} />
            </span>
          )}
        </h2>
        <Shown of={day}>{value => <VenueRooms day={value} />}</Shown>
      </section>
    </>
  )
}

/** Once opened, a day stays, also when its last free hour is taken. */
function useDay(venueId: string, wanted: string | undefined) {
  const opened = useRef<string>()
  return useApi(
    async signal => {
      const date = wanted ?? opened.current
      const answer = await (date === undefined
        ? api.get('/api/venues/{venueId}/days', { params: { venueId }, signal })
        : api.get('/api/venues/{venueId}/days/{date}', { params: { venueId, date }, signal }))
      if (answer.status === 'ok') opened.current = answer.value.date
      return answer
    },
    [venueId, wanted],
    { refresh: true },
  )
}

function DayChoice({ venueId, date }: { readonly venueId: string; readonly date: string }) {
  const [, navigate] = useLocation()
  const to = (next: string) => isPlausible(next) && navigate(venueDayPath(venueId, next), { replace: true })
  return (
    <div class="day-choice">
      <ButtonLink
        href={venueDayPath(venueId, addDays(date, -1))}
        kind="secondary"
        size="small"
        k="availability.day-before"
      />
      <label class="day-choice__pick">
        <T k="availability.day-pick" />
        <input
          class="input input--sized"
          type="date"
          value={date}
          onChange={event => to(event.currentTarget.value)}
        />
      </label>
      <ButtonLink
        href={venueDayPath(venueId, addDays(date, 1))}
        kind="secondary"
        size="small"
        k="availability.day-after"
      />
    </div>
  )
}

// While a year is typed the field is already a date of the year 2 or 20.
function isPlausible(date: string): boolean {
  return isLocalDate(date) && date > '2000'
}
