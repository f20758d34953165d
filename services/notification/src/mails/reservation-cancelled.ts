import { reservationCancelled as cause } from '@asaichi/contract/reservation/reservation.ts'
import {
  aboutReservation,
  type ReservationFacts,
  reasonRow,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { mail } from './mail.ts'

/** Mail K. The number tells whether it had been approved: only then was there anything at the door. */
export const reservationCancelled = mail({
  kind: 'reservation-cancelled',
  name: { ja: '予約の取消', 'ja-easy': '予約（よやく）の取（と）り消（け）し', en: 'Booking cancelled' },
  lane: 'decisions',
  cause,
  ...aboutReservation,
  withCalendar: true,
  words: { ja: japanese },
})

function japanese(facts: ReservationFacts, frame: Frame): Body {
  const what = facts.number === null ? '予約の申込み' : '予約'
  return {
    subject: `${what}が取り消されました`,
    blocks: [
      paragraph(`${cancelledBy(facts, frame)}により、次の${what}は取り消されました。ご利用にはなれません。`),
      ...(facts.reason === null ? [] : [reasonRow(facts.reason, '取り消しの理由')]),
      reservationFacts(facts, `取り消された${what}`),
      ...(facts.number === null ? [] : [paragraph('お知らせしていた鍵の番号は、もう使えません。')]),
      paragraph('この取り消しに心当たりがないときは、すぐに下の窓口へご連絡ください。'),
      ...reservationPages(facts, frame, `この${what}のページ`),
    ],
  }
}

function cancelledBy({ cancelledBy: by }: ReservationFacts, { city }: Frame): string {
  return by === 'resident' ? 'ご本人の手続き' : `${city.name}の手続き`
}
