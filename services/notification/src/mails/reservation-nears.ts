import { reservationNears as cause } from '@asaichi/contract/reservation/reservation.ts'
import {
  gatherReservation,
  type ReservationFacts,
  ReservationTopic,
  reservationFacts,
  reservationPages,
} from '../about/reservation.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { mail, overtaken } from './mail.ts'

/** Mail L, once for each booking; the digits of its doors stay in mail H and behind the login. */
export const reservationNears = mail({
  kind: 'reservation-nears',
  name: {
    ja: '利用日の前のお知らせ',
    'ja-easy': 'もうすぐ 使（つか）う日（ひ）',
    en: 'Booking is near',
  },
  lane: 'bulk',
  cause,
  queue: ({ data: { reservationId, personId, cityId } }) => [
    { subjectId: reservationId, version: 1, personId, cityId },
  ],
  topic: ReservationTopic,
  async gather(call, topic) {
    const gathered = await gatherReservation(call, topic)
    if (gathered.status !== 'ready') return gathered
    return gathered.facts.status === 'approved' ? gathered : overtaken
  },
  neverLate: true,
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS.ja
  return {
    subject: `ご利用日が近づきました（${words.day(facts.date)} ${facts.from}から）`,
    blocks: [
      paragraph('予約された部屋のご利用日が近づきました。日時と会場をお確かめください。'),
      reservationFacts(facts, '予約の内容', { first: [{ label: '予約番号', value: facts.number ?? '' }] }),
      {
        kind: 'lines',
        title: '当日お持ちいただくもの',
        lines: [
          '予約番号がわかるもの（このメールか、予約のページを見せられるもの）',
          facts.spaceHasDoor
            ? '鍵の番号。予約が決まったときのメールと、予約のページにあります。番号が変わったときは、新しい番号のメールもお送りしています。'
            : 'この部屋には、番号で開ける鍵はありません。入り方は、下の窓口におたずねください。',
        ],
      },
      paragraph('ご利用にならないときは、次に使う方のために、早めに取り消してください。'),
      ...reservationPages(facts, frame, { label: 'この予約のページ（確認・取り消し）' }),
    ],
  }
}

function easyJapanese(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  return {
    subject: `もうすぐ 部屋（へや）を 使（つか）う日（ひ）です（${words.day(facts.date)} ${facts.from}から）`,
    blocks: [
      paragraph(
        'もうすぐ 部屋（へや）を 使（つか）う日（ひ）です。時間（じかん）と 場所（ばしょ）を 見（み）てください。',
      ),
      reservationFacts(facts, '予約（よやく）の内容（ないよう）', {
        first: [{ label: '予約（よやく）の番号（ばんごう）', value: facts.number ?? '' }],
        words,
      }),
      {
        kind: 'lines',
        title: '持（も）って 来（く）るもの',
        lines: [
          '予約（よやく）の番号（ばんごう）（このメールを 見（み）せても いいです）',
          facts.spaceHasDoor
            ? '鍵（かぎ）の番号（ばんごう）。予約（よやく）が 決（き）まったときの メールと、予約（よやく）のページに あります。番号（ばんごう）が 変（か）わったときは、新（あたら）しい番号（ばんごう）のメールを 見（み）てください。'
            : 'この部屋（へや）に 番号（ばんごう）の鍵（かぎ）は ありません。入（はい）り方（かた）は 下（した）の窓口（まどぐち）に 聞（き）いてください。',
        ],
      },
      paragraph('使（つか）わないときは、早（はや）く 取（と）り消（け）してください。'),
      ...reservationPages(facts, frame, {
        label: 'この予約（よやく）のページ（取（と）り消（け）しも できます）',
        words,
      }),
    ],
  }
}

function english(facts: ReservationFacts, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  return {
    subject: `Your booking is near (${words.day(facts.date)}, from ${facts.from})`,
    blocks: [
      paragraph('The day of your booking is near. Please look at its time and place.'),
      reservationFacts(facts, 'Your booking', {
        first: [{ label: 'Booking number', value: facts.number ?? '' }],
        words,
      }),
      {
        kind: 'lines',
        title: 'What to bring',
        lines: [
          'Your booking number (this mail, or the page of the booking)',
          facts.spaceHasDoor
            ? 'Your door code. It is in the mail that confirmed the booking and on the page of the booking. If the code was changed, a later mail has the new one.'
            : 'This room has no lock that opens with a code. Please ask the office below how to get in.',
        ],
      },
      paragraph('If you will not come, please cancel soon, so that somebody else can use the room.'),
      ...reservationPages(facts, frame, { label: 'Page of this booking (look, cancel)', words }),
    ],
  }
}
