import { reservationCancelled as cause } from '@asaichi/contract/reservation/reservation.ts'
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

/** Mail K. The number tells whether it had been approved: only then was there anything at the door. */
export const reservationCancelled = mail({
  kind: 'reservation-cancelled',
  name: { ja: '予約の取消', 'ja-easy': '予約（よやく）の取（と）り消（け）し', en: 'Booking cancelled' },
  lane: 'decisions',
  cause,
  ...aboutReservation,
  withCalendar: true,
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
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
      ...reservationPages(facts, frame, { label: `この${what}のページ` }),
    ],
  }
}

function cancelledBy({ cancelledBy: by }: ReservationFacts, { city }: Frame): string {
  return by === 'resident' ? 'ご本人の手続き' : `${city.name}の手続き`
}

function easyJapanese(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  const by = facts.cancelledBy === 'resident' ? 'あなた' : frame.city.name
  return {
    subject: '予約（よやく）が 取（と）り消（け）されました',
    blocks: [
      paragraph(
        `${by}が この予約（よやく）を 取（と）り消（け）しました。部屋（へや）は 使（つか）えません。`,
      ),
      ...(facts.reason === null
        ? []
        : [reasonRow(facts.reason, '取（と）り消（け）した理由（りゆう）', words)]),
      reservationFacts(facts, '取（と）り消（け）された予約（よやく）', { words }),
      ...(facts.number === null ? [] : [paragraph('ドアの番号（ばんごう）は もう使（つか）えません。')]),
      paragraph('あなたが していないときは、すぐに 下（した）の窓口（まどぐち）に 言（い）ってください。'),
      ...reservationPages(facts, frame, { label: 'この予約（よやく）のページ', words }),
    ],
  }
}

function english(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  const what = facts.number === null ? 'application' : 'booking'
  const by = facts.cancelledBy === 'resident' ? 'you' : frame.city.name
  return {
    subject: `Your ${what} was cancelled`,
    blocks: [
      paragraph(`This ${what} was cancelled by ${by}. You cannot use the room.`),
      ...(facts.reason === null ? [] : [reasonRow(facts.reason, 'Why it was cancelled', words)]),
      reservationFacts(facts, `The cancelled ${what}`, { words }),
      ...(facts.number === null ? [] : [paragraph('The door codes you were told no longer work.')]),
      paragraph('If you know nothing of this, please call the office below at once.'),
      ...reservationPages(facts, frame, { label: `Page of this ${what}`, words }),
    ],
  }
}
