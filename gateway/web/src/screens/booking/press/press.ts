import type { City } from '@asaichi/contract/catalog/city.ts'
import type { EntryForm } from '@asaichi/contract/lottery/entries.ts'
import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import { api, type ResultAt } from '../../../api/client.ts'
import type { Result } from '../../../api/result.ts'
import { wholeNumber } from '../../../lib/normalise-number.ts'
import { chosenOptions } from '../../shared/room-options.ts'
import type { ApplicationProps } from '../application-props.ts'
import { listingFor, purposeOf, type Values } from '../application-values.ts'

type ProblemAt<P extends Press['path']> =
  ResultAt<'post', P> extends Result<unknown, infer Problem> ? Problem : never
export type ApplyProblem = ProblemAt<'/api/reservations'> | ProblemAt<'/api/entries'>

/** What one press sends, and where. */
export type Press =
  | { readonly path: '/api/reservations'; readonly body: Application }
  | { readonly path: '/api/entries'; readonly body: EntryForm }
/** What was received under which id; `done` is the page that tells it. */
export type Received = { readonly kind: 'reservation' | 'entry'; readonly id: string; readonly done: string }

type Props = ApplicationProps & { readonly city: City | undefined }

export function pressOf(values: Values, { room, phase, wanted, city }: Props): Press {
  const { date, from, to } = wanted
  const { listingId } = listingFor(room, values.paid) ?? room.listing
  const purpose = purposeOf(values, city)
  const asked = {
    eventName: values.eventName.trim(),
    people: wholeNumber(values.people) ?? 0,
    note: values.note.trim(),
    paidEvent: values.paid === 'yes',
    acceptedTermsVersion: city?.policy.termsVersion ?? '',
    guardianPresent: values.adult === 'yes',
    ...(purpose && { purposeId: purpose.purposeId }),
  }
  if (phase !== 'lottery') {
    const options = chosenOptions(room, values.options).map(({ optionId, count }) => ({ optionId, count }))
    const body = { ...asked, listingId, date, from, to, ...(options.length > 0 && { options }) }
    return { path: '/api/reservations', body }
  }
  const wishes = [{ listingId, date, from, to }, ...values.more.filter(wish => wish.date !== '')]
  return { path: '/api/entries', body: { ...asked, wishes } }
}

export async function sendPress(press: Press, key: string): Promise<Result<Received, ApplyProblem>> {
  if (press.path === '/api/entries') {
    const answer = await api.post(press.path, { key, body: press.body })
    if (answer.status !== 'ok') return answer
    const { entryId: id } = answer.value
    return { ...answer, value: { kind: 'entry', id, done: `/apply/done?entry=${id}` } }
  }
  const answer = await api.post(press.path, { key, body: press.body })
  if (answer.status !== 'ok') return answer
  const { reservation, receiptId } = answer.value
  const done = `/apply/done?receipt=${receiptId}`
  return { ...answer, value: { kind: 'reservation', id: reservation.reservationId, done } }
}
