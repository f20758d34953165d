import { reservationExpired as cause } from '@asaichi/contract/reservation/reservation.ts'
import {
  aboutReservation,
  type ReservationFacts,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { mail } from './mail.ts'

/** Mail O (M25). */
export const reservationExpired = mail({
  kind: 'reservation-expired',
  name: {
    ja: '予約の期限切れ',
    'ja-easy': '予約（よやく）の期限（きげん）が過（す）ぎた',
    en: 'Booking expired',
  },
  lane: 'bulk',
  cause,
  ...aboutReservation,
  withCalendar: true,
  words: { ja: japanese },
})

function japanese(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の申込みが期限切れになりました',
    blocks: [
      paragraph(
        '利用開始の時刻までに承認されなかったため、次の申込みは期限切れになりました。ご利用にはなれません。',
      ),
      reservationFacts(facts, '申込みの内容'),
      ...reservationPages(facts, frame, 'この申込みのページ'),
    ],
  }
}
