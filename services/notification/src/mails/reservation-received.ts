import { reservationRequested } from '@asaichi/contract/reservation/reservation.ts'
import {
  aboutReservation,
  type ReservationFacts,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { japaneseMoment } from '../languages/japanese-time.ts'
import { mail } from './mail.ts'

/** Mail G (M25). */
export const reservationReceived = mail({
  kind: 'reservation-received',
  name: {
    ja: '申込みの受付',
    'ja-easy': '申（もう）し込（こ）みを 受（う）けた',
    en: 'Application received',
  },
  lane: 'bulk',
  cause: reservationRequested,
  ...aboutReservation,
  words: { ja: japanese },
})

function japanese(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の申込みを受け付けました（仮予約）',
    blocks: [
      paragraph(
        `予約の申込みを受け付けました。\n${frame.city.name}が承認するまでは仮予約（承認待ち）で、まだ確定していません。`,
      ),
      reservationFacts(facts, '申込みの内容'),
      paragraph(
        '担当の職員が内容を確認し、結果をメールでお知らせします。時間がかかることや、承認されないことがあります。',
      ),
      paragraph(
        `回答の期限は、${japaneseMoment(facts.answerBy)}です。それまでに回答がないとき、この申込みは期限切れになります。`,
      ),
      ...reservationPages(facts, frame, 'この申込みのページ（確認・取り消し）'),
    ],
  }
}
