import { reservationRefused as cause } from '@asaichi/contract/reservation/reservation.ts'
import {
  aboutReservation,
  type ReservationFacts,
  reasonRow,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
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
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
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
      ...reservationPages(facts, frame, { label: 'この申込みのページ' }),
    ],
  }
}

function easyJapanese(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  return {
    subject: '予約（よやく）できませんでした',
    blocks: [
      paragraph(
        `${frame.city.name}が「使（つか）えません」と 言（い）いました。この部屋（へや）は 使（つか）えません。`,
      ),
      reasonRow(facts.reason, '使（つか）えない理由（りゆう）', words),
      reservationFacts(facts, '申（もう）し込（こ）みの内容（ないよう）', { words }),
      paragraph('ほかの日（ひ）や 部屋（へや）で、もう一度（いちど）申（もう）し込（こ）むことが できます。'),
      ...reservationPages(facts, frame, { label: 'この申（もう）し込（こ）みのページ', words }),
    ],
  }
}

function english(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  return {
    subject: 'Your application was refused',
    blocks: [
      paragraph(`${frame.city.name} has looked at your application and refused it. You cannot use the room.`),
      reasonRow(facts.reason, 'Why it was refused', words),
      reservationFacts(facts, 'Your application', { words }),
      paragraph(
        'You may apply for another time or room. For questions about the reason, call the office below.',
      ),
      ...reservationPages(facts, frame, { label: 'Page of this application', words }),
    ],
  }
}
