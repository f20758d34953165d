import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { type Message, say } from '../../../i18n/message.ts'
import { H2, P, Say } from '../../../i18n/text.tsx'
import type { ScreenProps } from '../../../shell/area.tsx'
import { useCity } from '../../../shell/city.tsx'
import { useLater } from '../../../shell/later.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Paged } from '../../shared/paged.tsx'
import { BookingTable } from '../search/booking-table.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { Told } from '../shared/told.tsx'
import { PersonFileView } from './person-file.tsx'
import './people.css'

/** T9: one person of the city, with all bookings. That staff looked is told to the person (V4). */
export function PersonScreen({ params: { personId = '' } }: ScreenProps) {
  return (
    <StaffPage
      title={say('staff.person-title')}
      screen="T9"
      under={{ href: '/staff/people', label: say('staff.people-title') }}
    >
      {() => (
        <>
          <Person personId={personId} />
          <Points personId={personId} />
          <Bookings personId={personId} />
        </>
      )}
    </StaffPage>
  )
}

function Person({ personId }: { readonly personId: string }) {
  const [told, setTold] = useState<Message>()
  const counter = useLater(() => import('../../counter/person/person-counter.tsx'), ['fees'])
  const mail = useLater(() => import('./mail-change.tsx'), [])
  const person = useApi(
    signal => api.get('/api/staff/people/{personId}', { params: { personId }, signal }),
    [personId],
  )
  const changed = (message: Message) => {
    setTold(message)
    person.reload()
  }
  return (
    <>
      <Told>{told && <Say message={told} />}</Told>
      <Shown of={person}>
        {value => (
          <>
            {value.withdrawnAt != null && (
              <P k="staff.person-withdrawn" p={{ at: <Moment at={value.withdrawnAt} /> }} />
            )}
            <PersonFileView person={value} onChanged={person.reload} onDecided={changed} />
            {mail && <mail.MailChange person={value} onChanged={changed} />}
            {counter && <counter.PersonCounter person={value} onDone={changed} />}
          </>
        )}
      </Shown>
    </>
  )
}

// G8: few cities give any.
function Points(props: { readonly personId: string }) {
  const { city } = useCity()
  return city?.policy.points ? <GivenPoints {...props} /> : null
}

function GivenPoints(props: { readonly personId: string }) {
  const part = useLater(() => import('../points/parts.ts'), ['points', 'point-desk'])
  return part ? <part.PersonPoints {...props} /> : null
}

function Bookings({ personId }: { readonly personId: string }) {
  const [after, setAfter] = useState<string>()
  const bookings = useApi(
    signal =>
      api.get('/api/staff/people/{personId}/reservations', {
        params: { personId },
        query: { after, limit: 20 },
        signal,
      }),
    [personId, after],
  )
  return (
    <section aria-labelledby="bookings">
      <H2 k="staff.person-bookings" id="bookings" />
      <Paged of={bookings} after={after} onGo={setAfter}>
        {items =>
          items.length === 0 ? (
            <P k="staff.person-bookings-none" />
          ) : (
            <BookingTable caption={say('staff.bookings-caption')} bookings={items} />
          )
        }
      </Paged>
    </section>
  )
}
