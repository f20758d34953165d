import type { Reasons } from '../words.ts'

export const reasons: Reasons = {
  'service-stopped':
    '{text} {stoppedUntil}まで、申込みや取り消しなどの手続きはできません。予約や鍵の番号は見られます。',
  'service-stopped-short': '手続きの休み',
  'service-stopped-past': '手続きを休んでいる間でした。',

  'not-approved': '利用申請が承認されると申し込めます。利用申請の状態を確かめてください。',
  'not-approved-short': '利用申請が承認されていない',
  'not-approved-past': '利用申請が承認されていませんでした。',

  banned:
    '利用のルールによる点が決まった数になったため、{bannedUntil}まで申し込めません。すでにある予約はそのまま使えます。',
  'banned-short': '点による利用停止中',
  'banned-past': '点による利用停止のあいだでした。',

  'not-open-yet': '先着順の受付は{opensAt}に始まります。',
  'not-open-yet-short': '受付の前',
  'not-open-yet-past': '先着順の受付が始まる前でした。',

  'draw-in-progress': '抽選の処理中です。終わりしだい受付を始めます。このままお待ちください。',
  'draw-in-progress-short': '抽選の処理中',
  'draw-in-progress-past': '抽選の処理中でした。',

  closed: 'この日の受付は{closedAt}に終わりました。',
  'closed-short': '受付の終わりの後',
  'closed-past': 'その日の受付は終わっていました。',

  'outside-hours': '利用できる時間は{opens}から{closes}までです。',
  'outside-hours-short': '開館時間の外',
  'outside-hours-past': '利用できる時間の外でした。',

  'off-grid': '開始と終了は{stepMinutes}分きざみで選んでください。',
  'off-grid-short': '30分きざみでない',
  'off-grid-past': '開始と終了が30分きざみではありませんでした。',

  'too-short': '利用は{minMinutes}分以上にしてください。',
  'too-short-short': '時間が短すぎる',
  'too-short-past': '利用の時間が短すぎました。',

  'people-out-of-range': '利用人数は1人から{capacity}人までです。',
  'people-out-of-range-short': '人数が定員に合わない',
  'people-out-of-range-past': '利用人数が定員に合いませんでした。',

  'purpose-needed': '利用目的を一覧から選んでください。',
  'purpose-needed-short': '利用目的なし',
  'purpose-needed-past': '利用目的が選ばれていませんでした。',

  'terms-not-accepted': '今の利用規約に同意してください。',
  'terms-not-accepted-short': '利用規約への同意なし',
  'terms-not-accepted-past': '今の利用規約への同意がありませんでした。',

  'guardian-needed': '18歳未満の方の利用には、18歳以上の方の付き添いが必要です。',
  'guardian-needed-short': '付き添いの大人がいない',
  'guardian-needed-past': '18歳以上の方の付き添いがありませんでした。',

  'wrong-listing': 'この催しは、通常の区分から申し込んでください。',
  'wrong-listing-short': '有料・無料の区分違い',
  'wrong-listing-past': '入場料や販売のあるなしに合わない区分でした。',

  'quota-reached': '同時に持てる予約は{limit}件までです。抽選で当たった予約も数えます。',
  'quota-reached-short': '持てる予約の数に達した',
  'quota-reached-past': '同時に持てる予約の数に達していました。',

  'overlaps-own-booking': '重なる時間に、ご本人の予約がすでにあります。ほかの時間を選んでください。',
  'overlaps-own-booking-short': '本人の別の予約と重なる',
  'overlaps-own-booking-past': '重なる時間に、ご本人の予約がありました。',

  'day-hours-reached':
    'この日に使えるのは、ほかの予約と合わせて{hours}時間までです。時間を短くするか、ほかの日を選んでください。',
  'day-hours-reached-short': '1日に使える時間に達した',
  'day-hours-reached-past': 'この日に使える時間に達していました。',

  taken: 'その時間はすでにふさがっています。ほかの時間を選んでください。',
  'taken-short': '先に取られていた',
  'taken-past': 'その時間は、先にふさがっていました。',

  'option-gone': 'この時間に使える「{name}」は、あと{left}つです。数を減らすか、ほかの時間を選んでください。',
  'option-gone-short': '付帯設備が足りない',
  'option-gone-past': '付帯設備が足りませんでした。',
}
