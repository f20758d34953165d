import { codesReissued } from '@asaichi/contract/lock/staff.ts'
import { gatherWithDoors, keypadWords, type WithDoors } from '../about/doors.ts'
import { ReservationTopic, reservationFacts, reservationPages } from '../about/reservation.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
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
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
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
      ...reservationPages(facts, frame, { label: 'この予約のページ（確認・取り消し）' }),
    ],
  }
}

function easyJapanese({ facts, doors }: WithDoors, frame: Frame): Body {
  const words = RESERVATION_WORDS['ja-easy']
  return {
    subject: `鍵（かぎ）の番号（ばんごう）が 変（か）わりました${facts.number === null ? '' : `（予約（よやく） ${facts.number}）`}`,
    blocks: [
      paragraph(
        '鍵（かぎ）の番号（ばんごう）が 新（あたら）しく なりました。\n前（まえ）の番号（ばんごう）では 開（あ）きません。',
      ),
      reservationFacts(facts, '予約（よやく）の内容（ないよう）', { words }),
      ...keypadWords(facts, doors, 'ja-easy'),
      ...reservationPages(facts, frame, { label: 'この予約（よやく）のページ', words }),
    ],
  }
}

function english({ facts, doors }: WithDoors, frame: Frame): Body {
  const words = RESERVATION_WORDS.en
  return {
    subject: `Your door codes have changed${facts.number === null ? '' : ` (booking ${facts.number})`}`,
    blocks: [
      paragraph(
        `${frame.city.name} has given your booking new door codes.\nThe ones you were told before no longer open.`,
      ),
      reservationFacts(facts, 'Your booking', { words }),
      ...keypadWords(facts, doors, 'en'),
      ...reservationPages(facts, frame, { label: 'Page of this booking (look, cancel)', words }),
    ],
  }
}
