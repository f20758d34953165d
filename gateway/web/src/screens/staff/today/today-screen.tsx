import { Link } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Day, Moment, Until } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H2, P, T } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { roundPath } from '../../own/paths.ts'
import { FeeTag } from '../money/fee-tag.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { Times } from '../shared/times.tsx'
import { type Names, useNames } from '../shared/use-names.ts'
import { ToTell } from './to-tell.tsx'
import { UndeliveredMails } from './undelivered-mails.tsx'
import { WorkCard } from './work-card.tsx'
import './today.css'

type Today = ValueOf<RouteAt<'get', '/api/staff/today'>>
type Booking = Today['bookings'][number]

/** T1: what waits, each with the way to it, and who comes today. */
export function TodayScreen() {
  return (
    <StaffPage title={say('staff.today-title')} screen="T1">
      {() => <TodayContent />}
    </StaffPage>
  )
}

function TodayContent() {
  const today = useApi(signal => api.get('/api/staff/today', { signal }), [], { refresh: true })
  return (
    <Shown of={today}>
      {value => (
        <>
          <p class="lead">
            <Day date={value.date} />
          </p>
          <Work today={value} />
          <ToTell />
          <UndeliveredMails />
          <TodaysRooms today={value} />
        </>
      )}
    </Shown>
  )
}

function Work({ today: { applicants, pending, nextAnswerBy, rounds, locks } }: { readonly today: Today }) {
  return (
    <section aria-labelledby="work">
      <H2 k="staff.today-work" id="work" />
      <ul class="work-cards">
        <WorkCard href="/staff/people" title="staff.card-people" count={applicants.applied}>
          <T k={applicants.applied === 0 ? 'staff.card-people-none' : 'staff.card-people-note'} />
        </WorkCard>
        <WorkCard href="/staff/applications" title="staff.card-applications" count={pending}>
          {nextAnswerBy === null ? (
            <T k="staff.card-applications-none" />
          ) : (
            <T k="staff.card-applications-next" p={{ at: <Until at={nextAnswerBy} short /> }} />
          )}
        </WorkCard>
        <WorkCard
          title="staff.card-rounds"
          count={rounds.items.length}
          isUrgent={rounds.items.some(one => one.problem)}
        >
          {rounds.items.length === 0 && <T k="staff.card-rounds-none" p={{ count: rounds.open }} />}
          {rounds.items.map(round => (
            <p key={round.roundId}>
              <RoundLine round={round} />
              <br />
              <TextLink href={roundPath(round.cityId, round.dates.first)} k="staff.card-rounds-record" />
            </p>
          ))}
        </WorkCard>
        <WorkCard
          href="/staff/locks"
          title="staff.card-locks"
          count={locks.faults.length}
          isUrgent={locks.faults.length > 0}
        >
          {locks.faults.length === 0 ? (
            <T k="staff.card-locks-none" p={{ count: locks.doors }} />
          ) : (
            <span lang="ja">{locks.faults.map(door => door.doorName).join('、')}</span>
          )}
        </WorkCard>
      </ul>
    </section>
  )
}

function RoundLine({ round }: { readonly round: Today['rounds']['items'][number] }) {
  const at = <Moment at={round.drawAt} short />
  const day = <Day date={round.dates.first} short />
  if (round.problem) return <T k="staff.card-rounds-problem" p={{ day }} />
  if (round.status === 'published' || round.status === 'closed-empty')
    return <T k="staff.card-rounds-done" p={{ day }} />
  return <T k="staff.card-rounds-at" p={{ at, day }} />
}

function TodaysRooms({ today: { bookings, date } }: { readonly today: Today }) {
  const names = useNames(bookings.map(booking => booking.personId))
  return (
    <section aria-labelledby="rooms-today">
      <H2 k="staff.today-rooms" id="rooms-today" />
      {bookings.length === 0 ? (
        <P k="staff.today-rooms-none" />
      ) : (
        <Table
          caption={say('staff.today-rooms-caption')}
          columns={columnsOf(date, names)}
          rows={bookings}
          keyOf={booking => booking.reservationId}
        />
      )}
    </section>
  )
}

function columnsOf(date: string, names: Names): readonly Column<Booking>[] {
  return [
    {
      head: say('staff.col-time'),
      isRowHead: true,
      cell: ({ from, to }) => <Times from={from} to={to} />,
    },
    {
      head: say('staff.col-room'),
      cell: ({ venueId, venueName, spaceName }) => (
        <Link href={`/staff/timeline?venue=${venueId}&date=${date}`} lang="ja">
          {venueName} {spaceName}
        </Link>
      ),
    },
    {
      head: say('staff.col-event'),
      cell: ({ eventName, yen }) => (
        <>
          <span lang="ja">{eventName}</span> <FeeTag yen={yen} />
        </>
      ),
    },
    {
      head: say('staff.applicant'),
      cell: ({ personId }) => <ApplicantName person={names.get(personId)} />,
    },
    {
      head: say('staff.col-people'),
      cell: ({ people }) => <T k="staff.people-count" p={{ count: people }} />,
    },
    { head: say('staff.col-number'), cell: ({ number }) => number ?? '－' },
    {
      head: say('staff.col-state'),
      cell: ({ status }) => <StatusBadge state={stateOf('reservation', status)} />,
    },
  ]
}
