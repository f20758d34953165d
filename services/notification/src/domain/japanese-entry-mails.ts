import type { Content, EntryFacts, Frame, ReservationFacts } from './content.ts'
import { factsOf, pagesOf } from './japanese-reservation-mails.ts'
import { japaneseDate, japaneseDeadline, japaneseMoment, span } from './japanese-time.ts'
import { type Block, type Body, oneLine, paragraph, type Row } from './letter.ts'

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>

/** Mail D (M17–M19). */
export function entryReceived(entry: EntryFacts, frame: Frame): Body {
  return {
    subject: '抽選の申し込みを受け付けました（抽選前）',
    blocks: [
      paragraph(
        '抽選の申し込みを受け付けました。\n抽選はこれからで、利用できるかどうかはまだ決まっていません。',
      ),
      entryFacts(entry, [
        { label: '申し込みの状況', value: '抽選前' },
        { label: '抽選結果の発表', value: japaneseMoment(entry.drawAt) },
      ]),
      paragraph(
        '申し込みの早い遅いは、当選のしやすさに関係しません。結果は、発表の時刻にメールでもお知らせします。',
      ),
      paragraph(`この申し込みは、${japaneseDeadline(entry.closesAt)}まで取り消すことができます。`),
      ...entryPages(entry, frame, 'この申し込みのページ（確認・取り消し）'),
    ],
  }
}

/** Mail E (M20, G7). An approval that came first has a mail of its own, so this one only names it (G12). */
export function won(facts: ReservationFacts, entry: EntryFacts, frame: Frame): Body {
  const isPending = facts.status === 'pending'
  const state = isPending ? '仮予約（承認待ち）' : '本予約（予約確定）'
  return {
    subject: `抽選に当選しました（${isPending ? '仮予約' : '本予約'}）`,
    blocks: [
      paragraph('申し込みの抽選が行われ、当選しました。'),
      ...(isPending
        ? pendingWords(facts, frame)
        : [paragraph('この予約は、すでに承認されて確定しています。')]),
      factsOf(facts, '当選した内容', [
        { label: '抽選の結果', value: '当選' },
        { label: '予約の状況', value: state },
      ]),
      ...pagesOf(facts, frame, 'この予約のページ（確認・取り消し）'),
      explanationLink(entry, frame),
    ],
  }
}

/** Mail F (M18, M20). */
export function lost({ entry, firstComeAt }: Of<'entry-lost'>, frame: Frame): Body {
  return {
    subject: '抽選の結果、落選となりました',
    blocks: [
      paragraph(
        '申し込みの抽選が行われましたが、今回は落選となりました。この申し込みではご利用になれません。',
      ),
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
export function entryVoid({ entry, reason }: Of<'entry-void'>, frame: Frame): Body {
  return {
    subject: '抽選の申し込みが取り消されました',
    blocks: [
      paragraph(
        `${frame.city.name}の手続きにより、次の抽選の申し込みは取り消されました。この申し込みではご利用になれません。`,
      ),
      {
        kind: 'facts',
        title: '取り消しの理由',
        rows: [{ label: '理由', value: reason ?? '窓口におたずねください' }],
      },
      entryFacts(entry, [{ label: '申し込みの状況', value: '取消' }]),
      ...entryPages(entry, frame, 'この申し込みのページ'),
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

/** What mails D to H repeat, for what was wished. */
function entryFacts(entry: EntryFacts, first: readonly Row[]): Block {
  return {
    kind: 'facts',
    title: '申し込みの内容',
    rows: [
      ...first,
      ...wishRows(entry),
      { label: 'イベント名', value: oneLine(entry.eventName) },
      { label: '利用人数', value: `${entry.people}人` },
      { label: '備考', value: entry.note },
    ],
  }
}

// The address is that of the first wish's venue, so with several wishes it stands beside that one.
function wishRows({ wishes, venueAddress }: EntryFacts): readonly Row[] {
  const single = wishes.length === 1
  return wishes.flatMap((wish, index) => [
    { label: single ? '会場' : `第${index + 1}希望`, value: `${wish.venueName} ${wish.spaceName}` },
    { label: '利用日', value: japaneseDate(wish.date) },
    { label: '時間', value: span(wish.from, wish.to) },
    ...(index === 0 ? [{ label: '住所', value: venueAddress }] : []),
  ])
}

function entryPages(entry: EntryFacts, frame: Frame, label: string): readonly Block[] {
  return [{ kind: 'link', label, url: entryUrl(entry, frame) }, venueLink(entry, frame, '会場のページ')]
}

/** V1: the entry's own place in the draw, and how anyone can check it. */
function explanationLink(entry: EntryFacts, frame: Frame): Block {
  return { kind: 'link', label: '抽選の順番と、その確かめ方', url: entryUrl(entry, frame) }
}

function venueLink({ venueId }: EntryFacts, { publicUrl }: Frame, label: string): Block {
  return { kind: 'link', label, url: `${publicUrl}/venues/${encodeURIComponent(venueId)}` }
}

function entryUrl({ entryId }: EntryFacts, { publicUrl }: Frame): string {
  return `${publicUrl}/entries/${encodeURIComponent(entryId)}`
}
