import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { gatherWithDoors, keypadWords, type WithDoors } from '../about/doors.ts'
import { beforeRow, ReservationTopic, reservationFacts, reservationPages } from '../about/reservation.ts'
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
  words: { ja: japanese },
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
      reservationFacts(facts, '予約の内容', [
        { label: '予約番号', value: number },
        { label: '予約の状況', value: '本予約（予約確定）' },
        ...(isMove ? beforeRow(facts) : []),
      ]),
      ...(doors.length === 0 ? withoutKeypad : keypadWords(facts, doors)),
      ...reservationPages(facts, frame, 'この予約のページ（確認・取り消し）'),
    ],
  }
}

const withoutKeypad: readonly Block[] = [
  paragraph('この部屋には、番号で開ける鍵はありません。当日の入り方は、下の窓口におたずねください。'),
]
