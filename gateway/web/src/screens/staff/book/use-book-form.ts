import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Listing, Venue } from '@asaichi/contract/catalog/venue.ts'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import { wholeNumber } from '../../../lib/normalise-number.ts'
import { BOOK_DRAFT, type BookValues, NO_BOOKING, problemsOf } from './book-values.ts'

/** Person, time, contents, confirmation, done. */
export type BookStep = 1 | 2 | 3 | 4 | 5
type BookForm = ReturnType<typeof useBookForm>
export type BookPartProps = {
  readonly city: City
  readonly venues: readonly Venue[]
  readonly form: BookForm
  readonly onStep: (step: BookStep) => void
}

type FormTools = Pick<BookPartProps, 'city' | 'venues' | 'onStep'>

/** T5: one form for all steps, sent as a booking for the caller or into the draw. */
export function useBookForm({ city, venues, onStep }: FormTools) {
  return useForm({
    initial: NO_BOOKING,
    draft: BOOK_DRAFT,
    validate: problemsOf,
    submit: async (values, key) => {
      const answer = await send(values, { key, city, listing: listingOf(venues, values.listingId) })
      if (answer.status === 'ok') onStep(5)
      return answer
    },
  })
}

export function listingOf(venues: readonly Venue[], listingId: string): Listing | undefined {
  return venues
    .flatMap(venue => venue.spaces)
    .flatMap(space => space.listings)
    .find(listing => listing.listingId === listingId)
}

type Sending = { readonly key: string; readonly city: City; readonly listing: Listing | undefined }

async function send(values: BookValues, { key, city, listing }: Sending) {
  const { personId, listingId, date, from, to, eventName, note, purpose, guardian, phase } = values
  const wish = { listingId, date, from, to }
  const isPurpose = city.policy.purposes?.some(({ purposeId }) => purposeId === purpose)
  const form = {
    eventName,
    people: wholeNumber(values.people) ?? 0,
    note,
    paidEvent: listing?.use === 'paid-event',
    acceptedTermsVersion: city.policy.termsVersion,
    guardianPresent: guardian,
    ...(isPurpose && { purposeId: purpose }),
  }
  if (phase === 'lottery')
    return api.post('/api/staff/entries', { body: { personId, form: { ...form, wishes: [wish] } }, key })
  return api.post('/api/staff/reservations', { body: { personId, application: { ...form, ...wish } }, key })
}
