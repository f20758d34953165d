import type { Frame, ReservationFacts } from './content.ts'
import { japaneseDate, japaneseMoment, span } from './japanese-time.ts'
import { type Block, type Body, oneLine, paragraph, type Row } from './letter.ts'

/** Mail G (M25). */
export function received(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の申し込みを受け付けました（仮予約）',
    blocks: [
      paragraph(
        `予約の申し込みを受け付けました。\n${frame.city.name}が承認するまでは仮予約（承認待ち）で、まだ確定していません。`,
      ),
      factsOf(facts, '申し込みの内容'),
      paragraph(
        '担当の職員が内容を確認し、結果をメールでお知らせします。時間がかかることや、承認されないことがあります。',
      ),
      paragraph(
        `回答の期限は、${japaneseMoment(facts.answerBy)}です。それまでに回答がないとき、この申し込みは期限切れになります。`,
      ),
      ...pagesOf(facts, frame, 'この申し込みのページ（確認・取り消し）'),
    ],
  }
}

/** Mail J. */
export function refused(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の申し込みは承認されませんでした',
    blocks: [
      paragraph(
        `次の申し込みを${frame.city.name}で確認しましたが、承認されませんでした。ご利用にはなれません。`,
      ),
      reasonOf(facts, '承認されなかった理由'),
      factsOf(facts, '申し込みの内容'),
      paragraph(
        '別の日時や部屋で、あらためてお申し込みいただけます。理由についてのご質問は、下の窓口へご連絡ください。',
      ),
      ...pagesOf(facts, frame, 'この申し込みのページ'),
    ],
  }
}

/** Mail K. The number tells whether it had been approved: only then was there anything at the door. */
export function cancelled(facts: ReservationFacts, frame: Frame): Body {
  const what = facts.number === null ? '予約の申し込み' : '予約'
  return {
    subject: `${what}が取り消されました`,
    blocks: [
      paragraph(`${cancelledBy(facts, frame)}により、次の${what}は取り消されました。ご利用にはなれません。`),
      ...(facts.reason === null ? [] : [reasonOf(facts, '取り消しの理由')]),
      factsOf(facts, `取り消された${what}`),
      ...(facts.number === null ? [] : [paragraph('お知らせしていた解錠番号は、もう使えません。')]),
      paragraph('この取り消しに心当たりがないときは、すぐに下の窓口へご連絡ください。'),
      ...pagesOf(facts, frame, `この${what}のページ`),
    ],
  }
}

/** Mail O (M25). */
export function expired(facts: ReservationFacts, frame: Frame): Body {
  return {
    subject: '予約の申し込みが期限切れになりました',
    blocks: [
      paragraph(
        '利用開始の時刻までに承認されなかったため、次の申し込みは期限切れになりました。ご利用にはなれません。',
      ),
      factsOf(facts, '申し込みの内容'),
      ...pagesOf(facts, frame, 'この申し込みのページ'),
    ],
  }
}

/** What mails D to H repeat. Money is named only where there is any (M14). */
export function factsOf(facts: ReservationFacts, title: string, first: readonly Row[] = []): Block {
  const fee = facts.yen === 0 ? [] : [{ label: '利用料金', value: `${facts.yen.toLocaleString('ja-JP')}円` }]
  return {
    kind: 'facts',
    title,
    rows: [
      ...first,
      { label: '会場', value: `${facts.venueName} ${facts.spaceName}` },
      { label: '利用日', value: japaneseDate(facts.date) },
      { label: '時間', value: span(facts.from, facts.to) },
      { label: '住所', value: facts.venueAddress },
      { label: 'イベント名', value: oneLine(facts.eventName) },
      { label: '利用人数', value: `${facts.people}人` },
      ...fee,
      { label: '備考', value: facts.note },
    ],
  }
}

export function pagesOf(facts: ReservationFacts, { publicUrl }: Frame, label: string): readonly Block[] {
  return [
    { kind: 'link', label, url: `${publicUrl}/reservations/${encodeURIComponent(facts.reservationId)}` },
    { kind: 'link', label: '会場のページ', url: `${publicUrl}/venues/${encodeURIComponent(facts.venueId)}` },
  ]
}

function reasonOf({ reason }: ReservationFacts, title: string): Block {
  return { kind: 'facts', title, rows: [{ label: '理由', value: reason ?? '窓口におたずねください' }] }
}

function cancelledBy({ cancelledBy: by }: ReservationFacts, { city }: Frame): string {
  return by === 'resident' ? 'ご本人の手続き' : `${city.name}の手続き`
}
