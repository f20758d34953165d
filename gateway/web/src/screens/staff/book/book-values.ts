import type { FieldError } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { wholeNumber } from '../../../lib/normalise-number.ts'

/** A booking for a caller, as far as it has come; kept through a lost session. */
export type BookValues = {
  readonly personId: string
  readonly personName: string
  readonly memberNumber: string
  /** W6: who has none is told by telephone, letter or at the counter. */
  readonly hasMail: boolean
  readonly listingId: string
  readonly date: string
  readonly from: string
  readonly to: string
  /** `lottery` puts the caller into the draw, which is all one can do before it. */
  readonly phase: string
  readonly eventName: string
  readonly people: string
  readonly note: string
  /** M24: what the caller says it is for; '' where they were not asked. */
  readonly purpose: string
  readonly terms: boolean
  readonly guardian: boolean
}

export const BOOK_DRAFT = 'staff-book'

export const NO_BOOKING: BookValues = {
  personId: '',
  personName: '',
  memberNumber: '',
  hasMail: true,
  listingId: '',
  date: '',
  from: '',
  to: '',
  phase: '',
  eventName: '',
  people: '',
  note: '',
  purpose: '',
  terms: false,
  guardian: false,
}

/** The first of the four steps that still lacks something, so that a draft goes on where it was left. */
export function firstOpenStep({ personId, from }: BookValues): 1 | 2 | 3 {
  if (personId === '') return 1
  return from === '' ? 2 : 3
}

export function problemsOf(values: BookValues): readonly FieldError<keyof BookValues>[] {
  const { eventName, people, note, terms } = values
  return [
    ...(eventName.trim() === '' ? [{ field: 'eventName' as const, message: say('staff.error-event') }] : []),
    ...(wholeNumber(people) === undefined
      ? [{ field: 'people' as const, message: say('staff.error-people') }]
      : []),
    ...(note.trim() === '' ? [{ field: 'note' as const, message: say('staff.error-note') }] : []),
    ...(terms ? [] : [{ field: 'terms' as const, message: say('staff.error-terms') }]),
  ]
}
