import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { gatherWithDoors, keypadWords, type WithDoors } from '../about/doors.ts'
import { beforeRow, ReservationTopic, reservationFacts, reservationPages } from '../about/reservation.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
import { type Block, type Body, type Frame, paragraph } from '../domain/letter.ts'
import { mail } from './mail.ts'

/**
 * Mail H, once for each reservation: number, state, a line per door. The approval itself sends nothing: the mail carries the
 * codes, so it waits until they are drawn. A move that kept its approval is told here too (M30). Codes drawn anew later are a mail of their own (M).
 */
export const reservationApproved = mail({
  kind: 'reservation-approved',
  name: {
    ja: '予約の承認（鍵の番号）',
    'ja-easy': '予約（よやく）が決（き）まった（鍵（かぎ）の番号（ばんごう））',
    en: 'Booking approved (door code)',
  },
  lane: 'decisions',
  cause: codesReady,
  queue: ({ data: { reservationId, personId } }) => [{ subjectId: reservationId, version: 1, personId }],
  topic: ReservationTopic,
  gather: gatherWithDoors,
  withCalendar: true,
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese({ facts, doors }: WithDoors, frame: Frame): Body {
  const number = facts.number ?? '（ページでご確認ください）'
  const isMove = facts.movedFrom?.keepsApproval === true
  return {
    subject: `${isMove ? '予約の日時を変えました' : '予約が確定しました'}（予約番号 ${number}）`,
    blocks: [
      paragraph(
        isMove
          ? '予約の日時を変えました。予約は確定しています。\n予約番号は新しくなりました。前の予約番号と鍵の番号は、もう使えません。'
          : `${frame.city.name}が承認し、予約が確定しました。`,
      ),
      reservationFacts(facts, '予約の内容', {
        first: [
          { label: '予約番号', value: number },
          { label: '予約の状況', value: '本予約（予約確定）' },
          ...(isMove ? beforeRow(facts) : []),
        ],
      }),
      ...(doors.length === 0 ? withoutKeypad : keypadWords(facts, doors)),
      ...reservationPages(facts, frame, { label: 'この予約のページ（確認・取り消し）' }),
    ],
  }
}

const withoutKeypad: readonly Block[] = [
  paragraph('この部屋には、番号で開ける鍵はありません。当日の入り方は、下の窓口におたずねください。'),
]

function easyJapanese({ facts, doors }: WithDoors, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  const number = facts.number ?? '（ページで 見（み）てください）'
  const isMove = facts.movedFrom?.keepsApproval === true
  return {
    subject: `${isMove ? '予約（よやく）の日時（にちじ）を 変（か）えました' : '予約（よやく）が 決（き）まりました'}（番号（ばんごう） ${number}）`,
    blocks: [
      paragraph(
        isMove
          ? '予約（よやく）の日時（にちじ）を 変（か）えました。予約（よやく）は 決（き）まっています。\n前（まえ）の番号（ばんごう）は もう使（つか）えません。'
          : `${frame.city.name}が「いいです」と 言（い）いました。予約（よやく）が 決（き）まりました。`,
      ),
      reservationFacts(facts, '予約（よやく）の内容（ないよう）', {
        first: [
          { label: '予約（よやく）の番号（ばんごう）', value: number },
          ...(isMove ? beforeRow(facts, words) : []),
        ],
        words,
      }),
      ...(doors.length === 0
        ? [
            paragraph(
              'この部屋（へや）に 番号（ばんごう）の鍵（かぎ）は ありません。入（はい）り方（かた）は 下（した）の窓口（まどぐち）に 聞（き）いてください。',
            ),
          ]
        : keypadWords(facts, doors, 'ja-easy')),
      ...reservationPages(facts, frame, {
        label: 'この予約（よやく）のページ（取（と）り消（け）しも できます）',
        words,
      }),
    ],
  }
}

function english({ facts, doors }: WithDoors, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  const number = facts.number ?? '(see its page)'
  const isMove = facts.movedFrom?.keepsApproval === true
  return {
    subject: `${isMove ? 'Your booking was moved' : 'Your booking is confirmed'} (number ${number})`,
    blocks: [
      paragraph(
        isMove
          ? 'Your booking was moved and stays confirmed.\nIt has a new number. The number and door codes of the booking before no longer work.'
          : `${frame.city.name} has approved your booking. It is confirmed.`,
      ),
      reservationFacts(facts, 'Your booking', {
        first: [{ label: 'Booking number', value: number }, ...(isMove ? beforeRow(facts, words) : [])],
        words,
      }),
      ...(doors.length === 0
        ? [
            paragraph(
              'This room has no lock that opens with a code. Please ask the office below how to get in.',
            ),
          ]
        : keypadWords(facts, doors, 'en')),
      ...reservationPages(facts, frame, { label: 'Page of this booking (look, cancel)', words }),
    ],
  }
}
