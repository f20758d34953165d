import type { Call } from '@asaichi/bus/call.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { PersonId } from '@asaichi/contract/ids.ts'
import { getMailFacts } from '@asaichi/contract/reservation/reservation.ts'
import { z } from 'zod'
import { type Block, type Frame, oneLine, type Row } from '../domain/letter.ts'
import { type Gathered, gone } from '../mails/mail.ts'
import { RESERVATION_WORDS, type ReservationWords } from './reservation-words.ts'

export type ReservationFacts = z.output<typeof getMailFacts.output>

export const ReservationTopic = z.object({ subjectId: z.uuid(), personId: PersonId })

type ReservationRef = Readonly<Record<'reservationId' | 'personId' | 'cityId', string>> & {
  readonly version: number
}

/** One mail for each version of a reservation. */
function queueReservation({ data }: { readonly data: ReservationRef }) {
  const { reservationId, personId, cityId, version } = data
  return [{ subjectId: reservationId, version, personId, cityId }]
}

export async function gatherReservation(
  call: Call,
  { subjectId, personId }: z.output<typeof ReservationTopic>,
): Promise<Gathered<ReservationFacts>> {
  const [recipient, answer] = await Promise.all([
    call(getRecipient, { personId }),
    call(getMailFacts, { reservationId: subjectId }),
  ])
  if (!recipient.ok || !answer.ok) return gone
  const facts = answer.value
  const { movedFrom } = facts
  // M30: the booking that was given up is in the phone under an id of its own.
  const before = movedFrom ? await call(getMailFacts, { reservationId: movedFrom.reservationId }) : undefined
  return {
    status: 'ready',
    cityId: facts.cityId,
    recipient: recipient.value,
    facts,
    staleAt: facts.startsAt,
    calendar: [facts, ...(before?.ok ? [before.value] : [])],
  }
}

/** How a mail about one reservation is made and asked for. */
export const aboutReservation = {
  queue: queueReservation,
  topic: ReservationTopic,
  gather: gatherReservation,
}

/** What mails D to H repeat. Money is named only where there is any (M14). */
export function reservationFacts(
  facts: ReservationFacts,
  title: string,
  {
    first = [],
    words = RESERVATION_WORDS.ja,
  }: { readonly first?: readonly Row[]; readonly words?: ReservationWords } = {},
): Block {
  const fee = facts.yen === 0 ? [] : [{ label: words.fee, value: words.yen(facts.yen) }]
  return {
    kind: 'facts',
    title,
    rows: [
      ...first,
      { label: words.place, value: words.named(facts, facts.placeNames) },
      { label: words.date, value: words.day(facts.date) },
      { label: words.time, value: words.span(facts.from, facts.to) },
      { label: words.address, value: facts.venueAddress },
      { label: words.event, value: oneLine(facts.eventName) },
      { label: words.people, value: words.persons(facts.people) },
      ...(facts.options ?? []).map(option => ({ label: words.option, value: words.optionIn(option) })),
      ...fee,
      { label: words.note, value: facts.note },
    ],
  }
}

/** M30: where and when a moved booking was before. */
export function beforeRow(
  { movedFrom, placeNames }: ReservationFacts,
  words = RESERVATION_WORDS.ja,
): readonly Row[] {
  if (!movedFrom) return []
  const { date, from, to } = movedFrom
  const place = words.named(movedFrom, placeNames)
  return [{ label: words.before, value: `${words.day(date)} ${words.span(from, to)} ${place}` }]
}

export function reservationPages(
  facts: ReservationFacts,
  { publicUrl }: Frame,
  { label, words = RESERVATION_WORDS.ja }: { readonly label: string; readonly words?: ReservationWords },
): readonly Block[] {
  const { reservationId, venueId } = facts
  return [
    { kind: 'link', label, url: `${publicUrl}/reservations/${encodeURIComponent(reservationId)}` },
    { kind: 'link', label: words.venuePage, url: `${publicUrl}/venues/${encodeURIComponent(venueId)}` },
  ]
}

export function reasonRow(reason: string | null, title: string, words = RESERVATION_WORDS.ja): Block {
  return { kind: 'facts', title, rows: [{ label: words.reason, value: reason ?? words.askOffice }] }
}
