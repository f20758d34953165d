import { reservationExpired as cause } from '@asaichi/contract/reservation/reservation.ts'
import {
  aboutReservation,
  type ReservationFacts,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
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
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の申込みが期限切れになりました',
    blocks: [
      paragraph(
        '利用開始の時刻までに承認されなかったため、次の申込みは期限切れになりました。ご利用にはなれません。',
      ),
      reservationFacts(facts, '申込みの内容'),
      ...reservationPages(facts, frame, { label: 'この申込みのページ' }),
    ],
  }
}

function easyJapanese(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  return {
    subject: '申（もう）し込（こ）みの期限（きげん）が 過（す）ぎました',
    blocks: [
      paragraph(
        '始（はじ）まる時間（じかん）までに、市（し）の返事（へんじ）が ありませんでした。この部屋（へや）は 使（つか）えません。',
      ),
      reservationFacts(facts, '申（もう）し込（こ）みの内容（ないよう）', { words }),
      ...reservationPages(facts, frame, { label: 'この申（もう）し込（こ）みのページ', words }),
    ],
  }
}

function english(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  return {
    subject: 'Your application has expired',
    blocks: [
      paragraph('It was not approved by the start of use, so it has expired. You cannot use the room.'),
      reservationFacts(facts, 'Your application', { words }),
      ...reservationPages(facts, frame, { label: 'Page of this application', words }),
    ],
  }
}
