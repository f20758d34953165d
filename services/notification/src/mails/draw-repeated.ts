import { drawRepeated as cause } from '@asaichi/contract/lottery/entries.ts'
import { getRound } from '@asaichi/contract/lottery/rounds.ts'
import { type EntryFacts, EntryTopic, entryFacts, entryPages, gatherEntry } from '../about/entry.ts'
import { ENTRY_WORDS } from '../about/entry-words.ts'
import { reasonRow } from '../about/reservation.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { japaneseMoment } from '../languages/japanese-time.ts'
import { gone, mail, overtaken } from './mail.ts'

/** P5: the draw is made anew, once for each entry and new draw. Who has a result already needs no more of it. */
export const drawRepeated = mail({
  kind: 'draw-repeated',
  name: { ja: '抽選のやり直し', 'ja-easy': 'くじの やり直（なお）し', en: 'Draw made anew' },
  lane: 'bulk',
  cause,
  queue: ({ data: { entries, cityId, redraw } }) =>
    entries.map(({ entryId, personId }) => ({ subjectId: entryId, version: redraw, personId, cityId })),
  topic: EntryTopic,
  async gather(call, topic) {
    const gathered = await gatherEntry(call, topic)
    if (gathered.status !== 'ready') return gathered
    const { facts: entry } = gathered
    if (entry.status !== 'entered') return overtaken
    const [first] = entry.wishes
    const round = first && (await call(getRound, { cityId: entry.cityId, date: first.date }))
    const redraw =
      round?.ok && round.value.roundId === entry.roundId ? round.value.redraws?.at(-1) : undefined
    return redraw ? { ...gathered, facts: { entry, ...redraw } } : gone
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = {
  readonly entry: EntryFacts
  readonly proposedAt: string
  readonly confirmedAt: string
  readonly reason: string
}

function japanese({ entry, proposedAt, confirmedAt, reason }: Facts, frame: Frame): Body {
  return {
    subject: '抽選をやり直します',
    blocks: [
      paragraph(
        `${frame.city.name}は、次の申込みの抽選をやり直します。申込みはそのままで、もう一度申し込む必要はありません。`,
      ),
      reasonRow(reason, 'やり直しの理由'),
      entryFacts(entry, [
        { label: '申し出た日時', value: japaneseMoment(proposedAt) },
        { label: '決めた日時', value: japaneseMoment(confirmedAt) },
      ]),
      paragraph(
        '職員2人の確認により決まりました。結果は、これから決まる公開の乱数で引き直し、決まりしだいメールでお知らせします。',
      ),
      ...entryPages(entry, frame, { label: 'この申込みのページ' }),
    ],
  }
}

function easyJapanese({ entry, proposedAt, confirmedAt, reason }: Facts, frame: Frame): Body {
  const words = ENTRY_WORDS['ja-easy']
  return {
    subject: 'くじを やり直（なお）します',
    blocks: [
      paragraph(
        `${frame.city.name}が くじを やり直（なお）します。もう一度（いちど）申（もう）し込（こ）まなくても いいです。`,
      ),
      reasonRow(reason, 'やり直（なお）す理由（りゆう）', words),
      entryFacts(
        entry,
        [
          { label: '言（い）い出（だ）した日（ひ）', value: words.moment(proposedAt) },
          { label: '決（き）めた日（ひ）', value: words.moment(confirmedAt) },
        ],
        words,
      ),
      paragraph(
        '市（し）の人（ひと） 2人（ふたり）で 決（き）めました。結果（けっか）が 決（き）まったら、メールで お知（し）らせします。',
      ),
      ...entryPages(entry, frame, { label: 'この申（もう）し込（こ）みのページ', words }),
    ],
  }
}

function english({ entry, proposedAt, confirmedAt, reason }: Facts, frame: Frame): Body {
  const words = ENTRY_WORDS.en
  return {
    subject: 'The draw is made anew',
    blocks: [
      paragraph(
        `${frame.city.name} makes the draw of this entry anew. The entry stays as it is; there is no need to enter again.`,
      ),
      reasonRow(reason, 'Why it is made anew', words),
      entryFacts(
        entry,
        [
          { label: 'Proposed', value: words.moment(proposedAt) },
          { label: 'Confirmed', value: words.moment(confirmedAt) },
        ],
        words,
      ),
      paragraph(
        'Two of the staff have decided it. The draw uses public randomness that is not known yet, and you will be mailed the result.',
      ),
      ...entryPages(entry, frame, { label: 'Page of this entry', words }),
    ],
  }
}
