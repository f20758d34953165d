import { addDays, isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Day } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { useLater } from '../../../shell/later.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { useToday } from '../shared/use-today.ts'
import { useVenues } from '../shared/use-venues.ts'
import { DayChooser } from './day-chooser.tsx'
import { DayList } from './day-list.tsx'
import { DayTable } from './day-table.tsx'
import { HoldForm } from './hold-form.tsx'
import { OccupancyDetail } from './occupancy-detail.tsx'
import type { StaffDay } from './staff-day.ts'
import './day.css'

/** T4: a facility's whole day, and the city's own use of it (G13). */
export function TimelineScreen() {
  return (
    <StaffPage title={say('staff.timeline-title')} screen="T4">
      {me => <TimelineContent cityId={me.cityId} />}
    </StaffPage>
  )
}

function TimelineContent({ cityId }: { readonly cityId: string }) {
  const venues = useVenues(cityId)
  return <Shown of={venues}>{({ items }) => <VenueDayChoice venues={items} />}</Shown>
}

function VenueDayChoice({ venues }: { readonly venues: readonly Venue[] }) {
  const [query, change] = useQuery()
  const asked = query.get('date') ?? ''
  const today = useToday()
  const date = isLocalDate(asked) ? asked : today
  const venue = venues.find(one => one.venueId === query.get('venue')) ?? venues[0]
  if (!venue) return <P k="staff.no-venues" />
  if (date === undefined) return <Loading />
  return (
    <>
      <DayChooser
        key={`${venue.venueId} ${date}`}
        venues={venues}
        venueId={venue.venueId}
        date={date}
        onChange={wanted => change(wanted)}
        onStep={days => change({ date: addDays(date, days) })}
      />
      <StaffDayView key={`${venue.venueId} ${date} view`} venueId={venue.venueId} date={date} />
    </>
  )
}

function StaffDayView({ venueId, date }: { readonly venueId: string; readonly date: string }) {
  const day = useApi(
    signal => api.get('/api/staff/venues/{venueId}/days/{date}', { params: { venueId, date }, signal }),
    [venueId, date],
    { refresh: true },
  )
  return (
    <>
      <h2>
        <Day date={date} />
      </h2>
      <Shown of={day}>{value => <DayContent day={value} onChanged={day.reload} />}</Shown>
    </>
  )
}

// Below all else, and printed once a day.
function Sheet(props: { readonly day: StaffDay }) {
  const part = useLater(() => import('./day-sheet.tsx'), [])
  return part ? <part.DaySheet {...props} /> : null
}

function DayContent({ day, onChanged }: { readonly day: StaffDay; readonly onChanged: () => void }) {
  const [query, change] = useQuery()
  const view = query.get('view') === 'list' ? 'list' : 'table'
  const wanted = day.occupancies.find(one => one.reservation?.reservationId === query.get('booking'))
  const [openId, setOpenId] = useState(wanted?.occupancyId)
  const open = day.occupancies.find(one => one.occupancyId === openId)
  return (
    <>
      {day.hours === null && (
        <Notice tone="info" title={say('staff.day-closed')}>
          {day.closedReason !== null && <p lang="ja">{day.closedReason}</p>}
        </Notice>
      )}
      <Tabs
        label={say('staff.views')}
        now={view}
        onChange={id => change({ view: id === 'list' ? 'list' : undefined })}
        tabs={[
          { id: 'table', label: say('staff.view-table') },
          { id: 'list', label: say('staff.view-list') },
        ]}
      >
        <div class="timeline">
          {view === 'table' ? (
            <DayTable day={day} openId={openId} onOpen={setOpenId} />
          ) : (
            <DayList day={day} openId={openId} onOpen={setOpenId} />
          )}
        </div>
      </Tabs>
      {open && (
        <OccupancyDetail
          key={open.occupancyId}
          day={day}
          occupancy={open}
          onClose={() => setOpenId(undefined)}
          onChanged={() => {
            setOpenId(undefined)
            onChanged()
          }}
        />
      )}
      <Sheet day={day} />
      <HoldForm day={day} onChanged={onChanged} onOpen={setOpenId} />
    </>
  )
}
