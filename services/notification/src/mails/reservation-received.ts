import { reservationRequested } from '@asaichi/contract/reservation/reservation.ts'
import {
  aboutReservation,
  type ReservationFacts,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { englishMoment } from '../languages/english-time.ts'
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
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
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
      ...reservationPages(facts, frame, { label: 'この申込みのページ（確認・取り消し）' }),
    ],
  }
}

function easyJapanese(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  return {
    subject: '予約（よやく）の申（もう）し込（こ）みを 受（う）けました（まだ 決（き）まっていません）',
    blocks: [
      paragraph(
        `申（もう）し込（こ）みを 受（う）けました。\n${frame.city.name}が「いいです」と 言（い）うまで、予約（よやく）は 決（き）まっていません。`,
      ),
      reservationFacts(facts, '申（もう）し込（こ）みの内容（ないよう）', { words }),
      paragraph(
        `${japaneseMoment(facts.answerBy)}までに メールで お知（し）らせします。それまでに お知（し）らせが ないときは、使（つか）えません。`,
      ),
      ...reservationPages(facts, frame, {
        label: 'この申（もう）し込（こ）みのページ（取（と）り消（け）しも できます）',
        words,
      }),
    ],
  }
}

function english(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  return {
    subject: 'We have received your application (not confirmed yet)',
    blocks: [
      paragraph(
        `We have received your application.\nThe booking is provisional until ${frame.city.name} approves it.`,
      ),
      reservationFacts(facts, 'Your application', { words }),
      paragraph(
        'The office looks at it and mails you the result. It may take a while, and it may be refused.',
      ),
      paragraph(
        `You will have an answer by ${englishMoment(facts.answerBy)} (Japan time). Without one by then, the application expires.`,
      ),
      ...reservationPages(facts, frame, { label: 'Page of this application (look, cancel)', words }),
    ],
  }
}
