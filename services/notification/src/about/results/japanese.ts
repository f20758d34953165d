import { type Block, type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { japaneseDeadline, japaneseMoment } from '../../languages/japanese-time.ts'
import { entryFacts, entryPages, explanationLink, venueLink } from '../entry.ts'
import { type ReservationFacts, reasonRow, reservationFacts, reservationPages } from '../reservation.ts'
import { blockedBy } from './blocked-by.ts'
import { type Lost, resultWords, type Void, type Won } from './result.ts'

/** Mails E and F in Japanese. */
export const japaneseResult = resultWords({ won, lost, void: entryVoid })

const BLOCKED = {
  cityUse: 'その時間は市が使うことになったため',
  closure: 'その時間は部屋が休みになったため',
  taken: 'その時間がすでにふさがっていたため',
} as const

/** Mail E (M20, G7). An approval that came first has a mail of its own, so this one only names it (G12). */
function won({ facts, entry }: Won, frame: Frame): Body {
  const isPending = facts.status === 'pending'
  const state = isPending ? '仮予約（承認待ち）' : '本予約（予約確定）'
  return {
    subject: `抽選に当選しました（${isPending ? '仮予約' : '本予約'}）`,
    blocks: [
      paragraph('申込みの抽選が行われ、当選しました。'),
      ...(isPending
        ? pendingWords(facts, frame)
        : [paragraph('この予約は、すでに承認されて確定しています。')]),
      reservationFacts(facts, '当選した内容', {
        first: [
          { label: '抽選の結果', value: '当選' },
          { label: '予約の状況', value: state },
        ],
      }),
      ...reservationPages(facts, frame, { label: 'この予約のページ（確認・取り消し）' }),
      explanationLink(entry, frame),
    ],
  }
}

/** Mail F (M18, M20). */
function lost({ entry, firstComeAt }: Lost, frame: Frame): Body {
  return {
    subject: '抽選の結果、落選となりました',
    blocks: [
      paragraph('申込みの抽選が行われましたが、今回は落選となりました。この申込みではご利用になれません。'),
      entryFacts(entry, [{ label: '抽選の結果', value: '落選' }]),
      paragraph(
        `同じ日に空いている時間があれば、先着順で予約を申し込めます。先着順の受付の始まりは、${japaneseMoment(firstComeAt)}です。`,
      ),
      venueLink(entry, frame, '会場の空き状況を見る'),
      explanationLink(entry, frame),
    ],
  }
}

/** 取消 by the city: a cancelled round, or an entry or win that cannot stand. */
function entryVoid({ entry, reason }: Void, frame: Frame): Body {
  return {
    subject: '抽選の申込みが取り消されました',
    blocks: [
      paragraph(
        `${frame.city.name}の手続きにより、次の抽選の申込みは取り消されました。この申込みではご利用になれません。`,
      ),
      reasonRow(reason ?? blockedBy(entry, BLOCKED), '取り消しの理由'),
      entryFacts(entry, [{ label: '申込みの状況', value: '取消' }]),
      ...entryPages(entry, frame, { label: 'この申込みのページ' }),
    ],
  }
}

function pendingWords({ confirmBy, answerBy }: ReservationFacts, { city }: Frame): readonly Block[] {
  return [
    paragraph(
      `今は仮予約（承認待ち）です。${city.name}が承認するまでは、まだ確定していません。承認されないこともあります。`,
    ),
    ...(confirmBy === null
      ? []
      : [
          paragraph(
            `${japaneseDeadline(confirmBy)}までに、下の予約のページで「利用する」ことを確定してください。確定されないときは、当選が取り消されます。`,
          ),
        ]),
    paragraph(`承認の期限は、${japaneseMoment(answerBy)}です。結果はメールでお知らせします。`),
  ]
}
