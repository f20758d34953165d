import { reservationRefused as cause } from '@asaichi/contract/reservation/reservation.ts'
import {
  aboutReservation,
  type ReservationFacts,
  reasonRow,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { mail } from './mail.ts'

/** Mail J. */
export const reservationRefused = mail({
  kind: 'reservation-refused',
  name: { ja: '予約の不承認', 'ja-easy': '予約（よやく）できない', en: 'Booking refused' },
  lane: 'decisions',
  cause,
  ...aboutReservation,
  withCalendar: true,
  words: { ja: japanese },
})

function japanese(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の申込みは承認されませんでした',
    blocks: [
      paragraph(
        `次の申込みを${frame.city.name}で確認しましたが、承認されませんでした。ご利用にはなれません。`,
      ),
      reasonRow(facts.reason, '承認されなかった理由'),
      reservationFacts(facts, '申込みの内容'),
      paragraph(
        '別の日時や部屋で、あらためてお申込みいただけます。理由についてのご質問は、下の窓口へご連絡ください。',
      ),
      ...reservationPages(facts, frame, 'この申込みのページ'),
    ],
  }
}
