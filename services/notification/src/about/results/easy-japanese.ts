import { type Block, type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { entryFacts, entryPages, explanationLink, venueLink } from '../entry.ts'
import { ENTRY_WORDS } from '../entry-words.ts'
import { type ReservationFacts, reasonRow, reservationFacts, reservationPages } from '../reservation.ts'
import { blockedBy } from './blocked-by.ts'
import { type Lost, resultWords, type Void, type Won } from './result.ts'

const words = ENTRY_WORDS['ja-easy']

/** Mails E and F in やさしい日本語. */
export const easyJapaneseResult = resultWords({ won, lost, void: entryVoid })

const BLOCKED = {
  cityUse: 'その時間（じかん）は 市（し）が 使（つか）うため',
  closure: 'その時間（じかん）は 部屋（へや）が 休（やす）みのため',
  taken: 'その時間（じかん）は もう 空（あ）いていないため',
} as const

function won({ facts, entry }: Won, frame: Frame): Body {
  const isPending = facts.status === 'pending'
  return {
    subject: `くじに 当（あ）たりました（${isPending ? 'まだ 決（き）まっていません' : '決（き）まりました'}）`,
    blocks: [
      paragraph('くじに 当（あ）たりました。'),
      ...(isPending
        ? pendingWords(facts, frame)
        : [paragraph('この予約（よやく）は もう 決（き）まっています。使（つか）えます。')]),
      reservationFacts(facts, '当（あ）たった内容（ないよう）', {
        first: [
          { label: words.result, value: '当（あ）たり' },
          {
            label: '予約（よやく）',
            value: isPending ? 'まだ 決（き）まっていません' : '決（き）まりました',
          },
        ],
        words,
      }),
      ...reservationPages(facts, frame, {
        label: 'この予約（よやく）のページ（取（と）り消（け）しも できます）',
        words,
      }),
      explanationLink(entry, frame, words),
    ],
  }
}

function lost({ entry, firstComeAt }: Lost, frame: Frame): Body {
  return {
    subject: 'くじに はずれました',
    blocks: [
      paragraph('くじに はずれました。この申（もう）し込（こ）みでは 使（つか）えません。'),
      entryFacts(entry, [{ label: words.result, value: 'はずれ' }], words),
      paragraph(
        `同（おな）じ日（ひ）に 空（あ）いている時間（じかん）が あれば、早（はや）い人（ひと）から 申（もう）し込（こ）めます。${words.moment(firstComeAt)}からです。`,
      ),
      venueLink(entry, frame, words.freeTimes),
      explanationLink(entry, frame, words),
    ],
  }
}

function entryVoid({ entry, reason }: Void, frame: Frame): Body {
  return {
    subject: 'くじの申（もう）し込（こ）みが なくなりました',
    blocks: [
      paragraph(
        `${frame.city.name}が この申（もう）し込（こ）みを 取（と）り消（け）しました。この申（もう）し込（こ）みでは 使（つか）えません。`,
      ),
      reasonRow(reason ?? blockedBy(entry, BLOCKED), '取（と）り消（け）した理由（りゆう）', words),
      entryFacts(entry, [{ label: words.state, value: '取（と）り消（け）し' }], words),
      ...entryPages(entry, frame, { label: 'この申（もう）し込（こ）みのページ', words }),
    ],
  }
}

function pendingWords({ confirmBy, answerBy }: ReservationFacts, { city }: Frame): readonly Block[] {
  return [
    paragraph(
      `${city.name}が「いいです」と 言（い）うまで、まだ 決（き）まっていません。使（つか）えないことも あります。`,
    ),
    ...(confirmBy === null
      ? []
      : [
          paragraph(
            `${words.deadline(confirmBy)}までに、下（した）の予約（よやく）のページで「使（つか）う」と 決（き）めてください。決（き）めないと、使（つか）えなくなります。`,
          ),
        ]),
    paragraph(`${words.moment(answerBy)}までに メールで お知（し）らせします。`),
  ]
}
