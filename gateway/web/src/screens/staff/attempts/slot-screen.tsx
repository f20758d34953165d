import { isOnGrid, minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { Day, Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { reasonKey } from '../../../records/reason-key.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Select } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { FilterForm, useFilter } from '../../shared/filter-form.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { listingOptions } from '../shared/listing-options.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { Times } from '../shared/times.tsx'
import { type Names, useNames } from '../shared/use-names.ts'
import { useVenues } from '../shared/use-venues.ts'
import './attempts.css'

type Attempt = ValueOf<RouteAt<'get', '/api/staff/attempts'>>['items'][number]

/** V2: every attempt for a time, in the order they were decided: the answer to "why not me". */
export function SlotScreen() {
  return (
    <StaffPage title={say('staff.slot-title')} screen="T13">
      {me => <SlotContent cityId={me.cityId} />}
    </StaffPage>
  )
}

type Wanted = {
  readonly listing: string
  readonly date: string
  readonly from: string
  readonly to: string
}

function SlotContent({ cityId }: { readonly cityId: string }) {
  const [query, change] = useQuery()
  const wanted = wantedOf(query)
  const venues = useVenues(cityId)
  return (
    <>
      <P k="staff.slot-lead" class="lead" />
      <Shown of={venues}>
        {({ items }) => <SlotForm key={query.toString()} venues={items} wanted={wanted} onChange={change} />}
      </Shown>
      {wanted.listing !== '' && isLocalDate(wanted.date) && (
        <Attempts key={query.toString()} wanted={wanted} />
      )}
    </>
  )
}

function wantedOf(query: URLSearchParams): Wanted {
  const time = (name: string) => (isOnGrid(query.get(name) ?? '') ? (query.get(name) ?? '') : '')
  return {
    listing: query.get('listing') ?? '',
    date: query.get('date') ?? '',
    from: time('from'),
    to: time('to'),
  }
}

type FormProps = {
  readonly venues: readonly Venue[]
  readonly wanted: Wanted
  readonly onChange: (wanted: Wanted) => void
}
const TIMES = Array.from({ length: 49 }, (_, index) => timeOf(index * 30))

function SlotForm({ venues, wanted, onChange }: FormProps) {
  const form = useFilter({
    initial: wanted,
    validate: ({ listing, date, from, to }) => [
      ...(listing === '' ? [{ field: 'listing' as const, message: say('staff.error-room') }] : []),
      ...(isLocalDate(date) ? [] : [{ field: 'date' as const, message: say('staff.error-date') }]),
      ...(from !== '' && to !== '' && minutesOf(to) <= minutesOf(from)
        ? [{ field: 'to' as const, message: say('staff.error-to') }]
        : []),
    ],
    onChange,
  })
  const times = [
    { value: '', label: say('staff.any-time') },
    ...TIMES.map(value => ({ value, label: value })),
  ]
  return (
    <FilterForm form={form}>
      <Select {...form.field('listing')} label={say('common.room')} options={listingOptions(venues)} />
      <TextField {...form.field('date')} type="date" size={12} label={say('staff.date')} />
      <Select {...form.field('from')} label={say('common.range-from')} optional options={times} />
      <Select {...form.field('to')} label={say('common.range-to')} optional options={times} />
    </FilterForm>
  )
}

function Attempts({ wanted: { listing, date, from, to } }: { readonly wanted: Wanted }) {
  const attempts = useApi(
    signal =>
      api.get('/api/staff/attempts', {
        query: {
          listingId: listing,
          date,
          ...(from !== '' && { from }),
          ...(to !== '' && { to }),
          limit: 200,
        },
        signal,
      }),
    [listing, date, from, to],
  )
  const names = useNames((attempts.value?.items ?? []).map(attempt => attempt.personId))
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts">
        <Day date={date} />
      </h2>
      <Shown of={attempts}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <P k="staff.attempts-none" />
            ) : (
              <div class="attempts">
                <Table
                  caption={say('staff.attempts-caption', { count: items.length })}
                  columns={columnsOf(names)}
                  rows={items}
                  keyOf={attempt => attempt.receiptId}
                />
              </div>
            )}
            {next !== null && <P k="staff.attempts-more" />}
          </>
        )}
      </Shown>
    </section>
  )
}

const OUTCOMES: Readonly<Record<Attempt['outcome'], Key>> = {
  accepted: 'staff.attempt-accepted',
  refused: 'staff.attempt-refused',
}

function columnsOf(names: Names): readonly Column<Attempt>[] {
  return [
    { head: say('staff.col-turn'), isRowHead: true, cell: ({ place: turn }) => turn },
    {
      head: say('staff.col-decided'),
      cell: ({ decidedAt }) => (
        <>
          <Moment at={decidedAt} short />
          <span class="nowrap">:{decidedAt.slice(17, 23)}</span>
        </>
      ),
    },
    {
      head: say('staff.col-time'),
      cell: ({ from, to }) => <Times from={from} to={to} />,
    },
    {
      head: say('staff.applicant'),
      cell: ({ personId }) => <ApplicantName person={names.get(personId)} />,
    },
    { head: say('staff.col-outcome'), cell: ({ outcome }) => <T k={OUTCOMES[outcome]} /> },
    {
      head: say('staff.col-reason'),
      cell: ({ reason, blocker }) => (
        <>
          {reason === null ? '－' : <T k={reasonKey(reason, 'short')} />}
          {blocker && (
            <>
              {' '}
              <T k="staff.blocker-since" p={{ at: <Moment at={blocker.since} short /> }} />
            </>
          )}
        </>
      ),
    },
    { head: say('staff.col-receipt'), cell: ({ receiptId }) => <code class="attempt-id">{receiptId}</code> },
  ]
}
