import type { Call } from '@asaichi/bus/call.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { PersonId } from '@asaichi/contract/ids.ts'
import { getMailFacts } from '@asaichi/contract/reservation/reservation.ts'
import { z } from 'zod'
import { type Block, type Frame, oneLine, type Row } from '../domain/letter.ts'
import { japaneseDate, span } from '../languages/japanese-time.ts'
import { type Gathered, gone } from '../mails/mail.ts'

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
export function reservationFacts(facts: ReservationFacts, title: string, first: readonly Row[] = []): Block {
  const fee = facts.yen === 0 ? [] : [{ label: '利用料金', value: `${facts.yen.toLocaleString('ja-JP')}円` }]
  return {
    kind: 'facts',
    title,
    rows: [
      ...first,
      { label: '会場', value: `${facts.venueName} ${facts.spaceName}` },
      { label: '利用日', value: japaneseDate(facts.date) },
      { label: '時間', value: span(facts.from, facts.to) },
      { label: '住所', value: facts.venueAddress },
      { label: 'イベント名', value: oneLine(facts.eventName) },
      { label: '利用人数', value: `${facts.people}人` },
      ...fee,
      { label: '備考', value: facts.note },
    ],
  }
}

/** M30: where and when a moved booking was before. */
export function beforeRow({ movedFrom }: ReservationFacts): readonly Row[] {
  if (!movedFrom) return []
  const { venueName, spaceName, date, from, to } = movedFrom
  return [{ label: '前の予約', value: `${japaneseDate(date)} ${span(from, to)} ${venueName} ${spaceName}` }]
}

export function reservationPages(
  facts: ReservationFacts,
  { publicUrl }: Frame,
  label: string,
): readonly Block[] {
  return [
    { kind: 'link', label, url: `${publicUrl}/reservations/${encodeURIComponent(facts.reservationId)}` },
    { kind: 'link', label: '会場のページ', url: `${publicUrl}/venues/${encodeURIComponent(facts.venueId)}` },
  ]
}

export function reasonRow(reason: string | null, title: string): Block {
  return { kind: 'facts', title, rows: [{ label: '理由', value: reason ?? '窓口におたずねください' }] }
}
