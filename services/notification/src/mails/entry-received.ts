import { entryReceived as cause } from '@asaichi/contract/lottery/entries.ts'
import { type EntryFacts, EntryTopic, entryFacts, entryPages, gatherEntry } from '../about/entry.ts'
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
  words: { ja: japanese },
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
      ...entryPages(entry, frame, 'この申込みのページ（確認・取り消し）'),
    ],
  }
}
