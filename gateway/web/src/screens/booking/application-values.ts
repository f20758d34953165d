import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import type { Wish } from '@asaichi/contract/lottery/wish.ts'
import type { Bookable } from '../../api/bookable.ts'
import type { ProblemCode } from '../../api/routes.ts'
import type { FieldError } from '../../forms/use-form.ts'
import { type Message, say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { wholeNumber } from '../../lib/normalise-number.ts'
import type { BookingPhase } from '../availability/listing/phase.ts'
import type { OptionCounts } from '../shared/room-options.ts'

/** What the form asks (M14, M15, M24); `more` are the wishes after the first, with '' where nothing is chosen yet. */
export type Values = {
  readonly eventName: string
  readonly people: string
  readonly note: string
  readonly purpose: string
  readonly paid: string
  readonly adult: string
  readonly agreed: boolean
  readonly options: OptionCounts
  readonly more: readonly Wish[]
}
export const EMPTY: Values = {
  eventName: '',
  people: '',
  note: '',
  purpose: '',
  paid: '',
  adult: '',
  agreed: false,
  options: {},
  more: [],
}
export const MOST_LETTERS = { eventName: 80, note: 1000 } as const

type Field = keyof Values

/** M14: the room's listing for the answer about money; nothing where the room is not let for that. */
export function listingFor({ space, listing }: Bookable, paid: string): Listing | undefined {
  if (paid === '') return listing
  const use = paid === 'yes' ? 'paid-event' : 'free'
  return listing.use === use ? listing : space.listings.find(one => one.use === use)
}

/** What must be put right before the confirm page, in the order of the form. */
export function wrongFields(
  values: Values,
  {
    room,
    phase,
    city,
  }: { readonly room: Bookable; readonly phase: BookingPhase; readonly city: City | undefined },
): readonly FieldError<Field>[] {
  const found: readonly (readonly [Field, Message | undefined])[] = [
    ['eventName', values.eventName.trim() === '' ? say('booking.error-event-name') : undefined],
    ['people', wrongPeople(values.people, room.space.capacity)],
    ['note', values.note.trim() === '' ? say('booking.error-note') : undefined],
    ['purpose', lacksPurpose(values, city) ? say('booking.error-purpose') : undefined],
    ['paid', wrongPaid(values.paid, room)],
    ['adult', wrongAdult(values.adult)],
    ['more', phase === 'lottery' && values.more.some(isHalf) ? say('booking.error-wish') : undefined],
    ['agreed', values.agreed ? undefined : say('booking.error-terms')],
  ]
  return found.flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]))
}

/** M24: what the city's list has of it; a draft may hold another city's. */
export function purposeOf({ purpose }: Values, city: City | undefined): Purpose | undefined {
  return city?.policy.purposes?.find(({ purposeId }) => purposeId === purpose)
}

function lacksPurpose(values: Values, city: City | undefined): boolean {
  return city?.policy.purposes !== undefined && !purposeOf(values, city)
}

function wrongPeople(text: string, capacity: number): Message | undefined {
  const people = wholeNumber(text)
  const fits = people !== undefined && people >= 1 && people <= capacity
  return fits ? undefined : say('booking.error-people', { capacity })
}

function wrongPaid(paid: string, room: Bookable): Message | undefined {
  if (paid === '') return say('booking.error-paid')
  return listingFor(room, paid) ? undefined : say('booking.error-not-let')
}

function wrongAdult(adult: string): Message | undefined {
  if (adult === 'yes') return undefined
  return say(adult === '' ? 'booking.error-adult' : 'booking.guardian-needed')
}

function isHalf({ date, from, to }: Wish): boolean {
  return (date === '') !== (from === '' || to === '')
}

type Problem = {
  readonly code: ProblemCode
  readonly detail: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

const FIELD_OF: { readonly [C in ProblemCode]?: Field } = {
  'people-out-of-range': 'people',
  'purpose-needed': 'purpose',
  'guardian-needed': 'adult',
  'wrong-listing': 'paid',
  'terms-not-accepted': 'agreed',
  'option-gone': 'options',
  'too-many-wishes': 'more',
  'wishes-of-different-rounds': 'more',
}

/** The server's refusal at the field it is about; nothing where it is about the time or the person. */
export function fieldErrorsOf(problem: Problem): readonly FieldError<Field>[] {
  if (problem.code === 'input-not-valid')
    return (['eventName', 'people', 'note'] as const)
      .filter(field => problem.errors?.some(error => error.path === field))
      .map(field => ({ field, message: problemMessage(problem) }))
  const field = FIELD_OF[problem.code]
  return field ? [{ field, message: problemMessage(problem) }] : []
}
