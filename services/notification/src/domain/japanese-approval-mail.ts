import type { Door, Frame, ReservationFacts } from './content.ts'
import { factsOf, pagesOf } from './japanese-reservation-mails.ts'
import { codeSpan } from './japanese-time.ts'
import { type Block, type Body, paragraph } from './letter.ts'

/** Mail H: number, state, a line per door (M26) and how the keypad is used (M27). */
export function approved(facts: ReservationFacts, doors: readonly Door[], frame: Frame): Body {
  const number = facts.number ?? '（ページでご確認ください）'
  return {
    subject: `予約が確定しました（予約番号 ${number}）`,
    blocks: [
      paragraph(`${frame.city.name}が承認し、予約が確定しました。`),
      factsOf(facts, '予約の内容', [
        { label: '予約番号', value: number },
        { label: '予約の状況', value: '本予約（予約確定）' },
      ]),
      ...(doors.length === 0 ? withoutKeypad : withKeypad(facts, doors)),
      ...pagesOf(facts, frame, 'この予約のページ（確認・取り消し）'),
    ],
  }
}

/** Mail M: the digits were drawn anew, and only these open. */
export function codesChanged(facts: ReservationFacts, doors: readonly Door[], frame: Frame): Body {
  return {
    subject: `解錠番号が変わりました（予約番号 ${facts.number ?? '（ページでご確認ください）'}）`,
    blocks: [
      paragraph(
        `${frame.city.name}が、次の予約の解錠番号を新しくしました。\n前にお知らせした番号では開きません。下の番号をお使いください。`,
      ),
      factsOf(facts, '予約の内容'),
      ...withKeypad(facts, doors),
      ...pagesOf(facts, frame, 'この予約のページ（確認・取り消し）'),
    ],
  }
}

const withoutKeypad: readonly Block[] = [
  paragraph('この部屋には、番号で開ける鍵はありません。当日の入り方は、下の窓口におたずねください。'),
]

function withKeypad(facts: ReservationFacts, doors: readonly Door[]): readonly Block[] {
  return [
    { kind: 'lines', title: 'ドアの解錠番号', lines: doors.map(door => doorLine(door, facts.date)) },
    paragraph(
      '番号はドアごとに違うことがあります。終わりの時刻を過ぎると開きませんので、忘れ物のないようにお帰りください。\n番号は、いっしょに利用する方のほかには教えないでください。',
    ),
    { kind: 'steps', title: 'ドアの開け方', steps: OPENING },
    { kind: 'lines', title: 'ドアの閉め方', lines: LOCKING },
  ]
}

function doorLine({ doorName, code, from, to }: Door, date: string): string {
  return `${doorName}「${code}」（利用可能時間：${codeSpan(from, to, date)}）`
}

const OPENING = [
  '鍵の中央にある四角いボタンを、続けて2回押します。',
  '数字が光ったら、解錠番号を左の数字から順に押します。',
  '最後に、右下の「E」を押します。正しい番号なら鍵が開きます。',
] as const

const LOCKING = [
  '外から閉めるとき：四角いボタンを1回押します。',
  '中から閉めるとき：つまみを回します。',
  '自動で閉まる設定のドアは、しばらくすると自分で閉まります。',
] as const
