import { reservationMoved as cause } from '@asaichi/contract/reservation/reservation.ts'
import {
  beforeRow,
  gatherReservation,
  type ReservationFacts,
  ReservationTopic,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { englishMoment } from '../languages/english-time.ts'
import { japaneseMoment } from '../languages/japanese-time.ts'
import { mail, overtaken } from './mail.ts'

/** Mail G of a booking that was moved (M30), the only one of the move. Where the approval was kept, mail H says it, with the new number and codes. */
export const reservationMoved = mail({
  kind: 'reservation-moved',
  name: {
    ja: '予約の日時の変更',
    'ja-easy': '予約（よやく）の 日時（にちじ）を 変（か）えた',
    en: 'Booking moved',
  },
  lane: 'decisions',
  cause,
  queue: ({ data: { reservationId, personId, version, keepsApproval } }) =>
    keepsApproval ? [] : [{ subjectId: reservationId, version, personId }],
  topic: ReservationTopic,
  gather: async (call, topic) => {
    const gathered = await gatherReservation(call, topic)
    // Moved once more, or cancelled: that mail tells how it stands.
    if (gathered.status === 'ready' && gathered.facts.status === 'cancelled') return overtaken
    return gathered
  },
  withCalendar: true,
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の日時を変えました（仮予約）',
    blocks: [
      paragraph(
        `予約の日時を変えました。前の予約は、この予約に置き換わっています。\n新しい予約は、${frame.city.name}が承認するまでは仮予約（承認待ち）で、まだ確定していません。前の予約番号と鍵の番号は、もう使えません。`,
      ),
      reservationFacts(facts, '新しい予約の内容', { first: beforeRow(facts) }),
      paragraph(
        `回答の期限は、${japaneseMoment(facts.answerBy)}です。承認されないこともあり、そのときも前の日時には戻りません。`,
      ),
      ...reservationPages(facts, frame, { label: 'この予約のページ（確認・取り消し）' }),
    ],
  }
}

function easyJapanese(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  return {
    subject: '予約（よやく）の日時（にちじ）を 変（か）えました（まだ 決（き）まっていません）',
    blocks: [
      paragraph(
        `予約（よやく）の日時（にちじ）を 変（か）えました。前（まえ）の予約（よやく）は なくなりました。\n${frame.city.name}が「いいです」と 言（い）うまで、新（あたら）しい予約（よやく）は 決（き）まっていません。前（まえ）の番号（ばんごう）は 使（つか）えません。`,
      ),
      reservationFacts(facts, '新（あたら）しい予約（よやく）', { first: beforeRow(facts, words), words }),
      paragraph(`${japaneseMoment(facts.answerBy)}までに メールで お知（し）らせします。`),
      ...reservationPages(facts, frame, { label: 'この予約（よやく）のページ', words }),
    ],
  }
}

function english(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  return {
    subject: 'Your booking was moved (not confirmed yet)',
    blocks: [
      paragraph(
        `Your booking was moved; this one takes the place of the booking before.\nIt is provisional until ${frame.city.name} approves it. The number and door codes of the booking before no longer work.`,
      ),
      reservationFacts(facts, 'The new booking', { first: beforeRow(facts, words), words }),
      paragraph(
        `You will have an answer by ${englishMoment(facts.answerBy)} (Japan time). If it is refused, the booking before does not come back.`,
      ),
      ...reservationPages(facts, frame, { label: 'Page of this booking (look, cancel)', words }),
    ],
  }
}
