import { entryReceived as cause } from '@asaichi/contract/lottery/entries.ts'
import { type EntryFacts, EntryTopic, entryFacts, entryPages, gatherEntry } from '../about/entry.ts'
import { ENTRY_WORDS } from '../about/entry-words.ts'
import { type Body, type Frame, paragraph } from '../domain/letter.ts'
import { japaneseDeadline, japaneseMoment } from '../languages/japanese-time.ts'
import { mail, overtaken } from './mail.ts'

/** Mail D (M17–M19), once for each entry. */
export const entryReceived = mail({
  kind: 'entry-received',
  name: { ja: '抽選の申込みの受付', 'ja-easy': 'くじの申（もう）し込（こ）み', en: 'Lottery entry received' },
  lane: 'bulk',
  cause,
  queue: ({ data: { entryId, personId, cityId } }) => [{ subjectId: entryId, version: 1, personId, cityId }],
  topic: EntryTopic,
  async gather(call, topic) {
    const gathered = await gatherEntry(call, topic)
    return gathered.status === 'ready' && gathered.facts.status !== 'entered' ? overtaken : gathered
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese(entry: EntryFacts, frame: Frame): Body {
  return {
    subject: '抽選の申込みを受け付けました（抽選前）',
    blocks: [
      paragraph(
        '抽選の申込みを受け付けました。\n抽選はこれからで、利用できるかどうかはまだ決まっていません。',
      ),
      entryFacts(entry, [
        { label: '申込みの状況', value: '抽選前' },
        { label: '抽選結果の発表', value: japaneseMoment(entry.drawAt) },
      ]),
      paragraph(
        '申込みの早い遅いは、当選のしやすさに関係しません。結果は、発表の時刻にメールでもお知らせします。',
      ),
      paragraph(`この申込みは、${japaneseDeadline(entry.closesAt)}まで取り消すことができます。`),
      ...entryPages(entry, frame, { label: 'この申込みのページ（確認・取り消し）' }),
    ],
  }
}

function easyJapanese(entry: EntryFacts, frame: Frame): Body {
  const words = ENTRY_WORDS['ja-easy']
  return {
    subject: 'くじの申（もう）し込（こ）みを 受（う）けました（まだ 決（き）まっていません）',
    blocks: [
      paragraph(
        'くじの申（もう）し込（こ）みを 受（う）けました。\nくじは これからです。使（つか）えるかどうかは まだ 決（き）まっていません。',
      ),
      entryFacts(
        entry,
        [
          { label: words.state, value: words.notDrawn },
          { label: '結果（けっか）が わかるとき', value: words.moment(entry.drawAt) },
        ],
        words,
      ),
      paragraph(
        '早（はや）く 申（もう）し込（こ）んでも、当（あ）たりやすさは 同（おな）じです。結果（けっか）は メールでも お知（し）らせします。',
      ),
      paragraph(`${words.deadline(entry.closesAt)}まで、やめることが できます。`),
      ...entryPages(entry, frame, {
        label: 'この申（もう）し込（こ）みのページ（やめることも できます）',
        words,
      }),
    ],
  }
}

function english(entry: EntryFacts, frame: Frame): Body {
  const words = ENTRY_WORDS.en
  return {
    subject: 'We have received your lottery entry (not drawn yet)',
    blocks: [
      paragraph(
        'We have received your entry for the lottery.\nIt has not been drawn yet, so you do not have the room.',
      ),
      entryFacts(
        entry,
        [
          { label: words.state, value: words.notDrawn },
          { label: 'Results', value: `${words.moment(entry.drawAt)} (Japan time)` },
        ],
        words,
      ),
      paragraph('Entering early makes no difference to the draw. You will be mailed the result, too.'),
      paragraph(`You may withdraw the entry until ${words.deadline(entry.closesAt)} (Japan time).`),
      ...entryPages(entry, frame, { label: 'Page of this entry (look, withdraw)', words }),
    ],
  }
}
