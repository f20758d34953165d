import { codesReissued } from '@asaichi/contract/lock/staff.ts'
import { gatherWithDoors, keypadWords, type WithDoors } from '../about/doors.ts'
import { ReservationTopic, reservationFacts, reservationPages } from '../about/reservation.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { mail } from './mail.ts'

/** Mail M, once for each drawing of digits: only the new ones open. */
export const codesChanged = mail({
  kind: 'codes-changed',
  name: {
    ja: '鍵の番号の変更',
    'ja-easy': '鍵（かぎ）の番号（ばんごう）が 変（か）わった',
    en: 'Door code changed',
  },
  lane: 'decisions',
  cause: codesReissued,
  queue: ({ data: { reservationId, personId, issue } }) => [
    { subjectId: reservationId, version: issue, personId },
  ],
  topic: ReservationTopic,
  gather: gatherWithDoors,
  words: { ja: japanese },
})

function japanese({ facts, doors }: WithDoors, frame: Frame): Body {
  return {
    subject: `鍵の番号が変わりました（予約番号 ${facts.number ?? '（ページでご確認ください）'}）`,
    blocks: [
      paragraph(
        `${frame.city.name}が、次の予約の鍵の番号を新しくしました。\n前にお知らせした番号では開きません。下の番号をお使いください。`,
      ),
      reservationFacts(facts, '予約の内容'),
      ...keypadWords(facts, doors),
      ...reservationPages(facts, frame, 'この予約のページ（確認・取り消し）'),
    ],
  }
}
