import { minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import type { FieldError } from '../../../forms/use-form.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'

/** What staff looked at, under the id that the act will have. */
export type Looked = {
  readonly actId: string
  readonly plan: ClosingPlan
  readonly found: ValueOf<RouteAt<'post', '/api/staff/closings/preview'>>
}

export const EMPTY = {
  kind: 'closure',
  venueId: '',
  spaceId: '',
  first: '',
  last: '',
  weekdays: 'all',
  from: '',
  to: '',
  why: '',
}
export type ClosingValues = typeof EMPTY

type Choice = { readonly label: Key; readonly days: ClosingPlan['weekdays'] }
export const WEEKDAYS: Readonly<Record<string, Choice>> = {
  all: { label: 'staff.weekdays-all', days: [] },
  workdays: { label: 'staff.weekdays-workdays', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  weekend: { label: 'staff.weekdays-weekend', days: ['sat', 'sun'] },
  mon: { label: 'staff.weekdays-mon', days: ['mon'] },
  tue: { label: 'staff.weekdays-tue', days: ['tue'] },
  wed: { label: 'staff.weekdays-wed', days: ['wed'] },
  thu: { label: 'staff.weekdays-thu', days: ['thu'] },
  fri: { label: 'staff.weekdays-fri', days: ['fri'] },
  sat: { label: 'staff.weekdays-sat', days: ['sat'] },
  sun: { label: 'staff.weekdays-sun', days: ['sun'] },
}

export const TIMES = Array.from({ length: 49 }, (_, index) => timeOf(minutesOf('00:00') + index * 30))

export function planOf(values: ClosingValues): ClosingPlan {
  const { kind, venueId, spaceId, first, last, weekdays, from, to, why } = values
  return {
    kind: kind === 'city-use' ? 'city-use' : 'closure',
    venueId,
    spaceIds: spaceId === '' ? [] : [spaceId],
    first,
    last,
    weekdays: WEEKDAYS[weekdays]?.days ?? [],
    from,
    to,
    reason: why.trim(),
  }
}

export function problemsOf(values: ClosingValues): readonly FieldError<keyof ClosingValues>[] {
  const { first, last, from, to, why } = values
  return [
    ...(isLocalDate(first) ? [] : [{ field: 'first' as const, message: say('staff.error-date') }]),
    ...(isLocalDate(last) && last >= first
      ? []
      : [{ field: 'last' as const, message: say('staff.error-last') }]),
    ...(from === '' ? [{ field: 'from' as const, message: say('staff.error-from') }] : []),
    ...(to === '' || to <= from ? [{ field: 'to' as const, message: say('staff.error-to') }] : []),
    ...(why.trim() === '' ? [{ field: 'why' as const, message: say('staff.error-hold-reason') }] : []),
  ]
}
