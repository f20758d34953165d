import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import { say } from '../../../i18n/message.ts'
import { Select } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { FilterForm, useFilter } from '../../shared/filter-form.tsx'
import { VenueSelect } from '../../shared/venue-select.tsx'
import { useVenues } from '../shared/use-venues.ts'

const STATES = [
  'pending',
  'approved',
  'refused',
  'cancelled',
  'expired',
  'used',
] as const satisfies readonly ReservationStatus[]

type Filter = {
  readonly status: ReservationStatus
  readonly venueId?: string
  readonly from?: string
  readonly to?: string
}

/** What an address asks for; a part that makes no sense is left out. */
export function filterOf(query: URLSearchParams): Filter {
  const [venueId, from, to] = [query.get('venueId'), query.get('from') ?? '', query.get('to') ?? '']
  return {
    status: STATES.find(one => one === query.get('status')) ?? 'pending',
    ...(venueId && { venueId }),
    ...(isLocalDate(from) && { from }),
    ...(isLocalDate(to) && { to }),
  }
}

type Props = {
  readonly cityId: string
  readonly filter: Filter
  readonly onChange: (wanted: Readonly<Record<keyof Filter, string>>) => void
}

/** State, facility and days of use. */
export function ApplicationFilter({ cityId, filter, onChange }: Props) {
  const venues = useVenues(cityId)
  const form = useFilter({
    initial: { venueId: '', from: '', to: '', ...filter, status: filter.status as string },
    validate: ({ from, to }) =>
      from !== '' && to !== '' && to < from
        ? [{ field: 'to' as const, message: say('staff.error-span') }]
        : [],
    onChange: values => onChange({ ...values, status: filterOf(new URLSearchParams(values)).status }),
  })
  return (
    <FilterForm form={form}>
      <Select
        {...form.field('status')}
        label={say('staff.filter-state')}
        optional
        options={STATES.map(value => ({ value, label: say(`states.reservation-${value}`) }))}
      />
      <VenueSelect
        {...form.field('venueId')}
        label={say('staff.filter-venue')}
        venues={venues.value?.items ?? []}
        every={say('staff.filter-all')}
      />
      <TextField {...form.field('from')} type="date" size={12} label={say('staff.filter-from')} optional />
      <TextField {...form.field('to')} type="date" size={12} label={say('staff.filter-to')} optional />
    </FilterForm>
  )
}
