import type { Reasons } from '../words.ts'

export const reasons: Reasons = {
  'service-stopped':
    '{text} {stoppedUntil}まで、{申|もう}し{込|こ}みや{取|と}り{消|け}しは できません。{予約|よやく}や{鍵|かぎ}の{番号|ばんごう}は {見|み}られます。',
  'service-stopped-short': '{手続|てつづ}きの {休|やす}み',
  'service-stopped-past': '{手続|てつづ}きを {休|やす}んで いました。',

  'not-approved': '{利用申請|りようしんせい}が{終|お}わると{申|もう}し{込|こ}めます。',
  'not-approved-short': '{利用申請|りようしんせい}が{承認|しょうにん}されていない',
  'not-approved-past': '{利用申請|りようしんせい}が{終|お}わっていませんでした。',

  banned:
    '{点|てん}が{多|おお}くなったため、{bannedUntil}まで{申|もう}し{込|こ}めません。{今|いま}ある{予約|よやく}は{使|つか}えます。',
  'banned-short': '{点|てん}のため {申|もう}し{込|こ}めない',
  'banned-past': '{点|てん}のため {申|もう}し{込|こ}めない{間|あいだ}でした。',

  'not-open-yet': '{申|もう}し{込|こ}みは{opensAt}に{始|はじ}まります。',
  'not-open-yet-short': '{受付|うけつけ}の{前|まえ}',
  'not-open-yet-past': 'まだ{始|はじ}まっていませんでした。',

  'draw-in-progress': '{抽選|ちゅうせん}をしています。このまま{待|ま}ってください。',
  'draw-in-progress-short': '{抽選|ちゅうせん}をしていた',
  'draw-in-progress-past': '{抽選|ちゅうせん}をしていました。',

  closed: 'この{日|ひ}の{申|もう}し{込|こ}みは{closedAt}に{終|お}わりました。',
  'closed-short': '{受付|うけつけ}の{終|お}わりの{後|あと}',
  'closed-past': '{申|もう}し{込|こ}みは{終|お}わっていました。',

  'outside-hours': '{使|つか}える{時間|じかん}は{opens}から{closes}までです。',
  'outside-hours-short': '{開|ひら}いている{時間の外|じかんのそと}',
  'outside-hours-past': '{使|つか}えない{時間|じかん}でした。',

  'off-grid': '{時間|じかん}は{stepMinutes}{分|ふん}ごとに{選|えら}んでください。',
  'off-grid-short': '{30分|さんじゅっぷん}ごとではない',
  'off-grid-past': '{時間|じかん}が30{分|ぷん}ごとではありませんでした。',

  'too-short': '{minMinutes}{分|ふん}より{長|なが}く{選|えら}んでください。',
  'too-short-short': '{時間|じかん}が{短|みじか}い',
  'too-short-past': '{時間|じかん}が{短|みじか}すぎました。',

  'people-out-of-range': '{人|ひと}の{数|かず}は1から{capacity}までです。',
  'people-out-of-range-short': '{人数|にんずう}が{部屋|へや}に{合|あ}わない',
  'people-out-of-range-past': '{人|ひと}の{数|かず}が{合|あ}いませんでした。',

  'purpose-needed': '{何|なに}に{使|つか}うかを、{一覧|いちらん}から{選|えら}んでください。',
  'purpose-needed-short': '{使|つか}う{目的|もくてき}がない',
  'purpose-needed-past': '{使|つか}う{目的|もくてき}が{選|えら}ばれていませんでした。',

  'terms-not-accepted': '{規則|きそく}を{読|よ}んで、「はい」にしてください。',
  'terms-not-accepted-short': '{利用規約|りようきやく}に「はい」がない',
  'terms-not-accepted-past': '{規則|きそく}に「はい」がありませんでした。',

  'guardian-needed':
    '18{歳|さい}より{若|わか}い{人|ひと}は、{大人|おとな}と{一緒|いっしょ}に{使|つか}ってください。',
  'guardian-needed-short': '{大人|おとな}がいない',
  'guardian-needed-past': '{大人|おとな}と{一緒|いっしょ}ではありませんでした。',

  'wrong-listing':
    'お{金|かね}を{集|あつ}めないときは、ふつうの{申|もう}し{込|こ}みを{選|えら}んでください。',
  'wrong-listing-short': '{有料|ゆうりょう}・{無料|むりょう}の{区分|くぶん}が{違|ちが}う',
  'wrong-listing-past': '{申|もう}し{込|こ}む{所|ところ}が{違|ちが}いました。',

  'quota-reached': '{予約|よやく}は{limit}までです。{抽選|ちゅうせん}の{予約|よやく}も{数|かぞ}えます。',
  'quota-reached-short': '{予約|よやく}の{数|かず}がいっぱい',
  'quota-reached-past': '{予約|よやく}の{数|かず}がいっぱいでした。',

  'overlaps-own-booking':
    '{同|おな}じ{時間|じかん}に、あなたの{予約|よやく}があります。ほかの{時間|じかん}を{選|えら}んでください。',
  'overlaps-own-booking-short': '{自分|じぶん}の{予約|よやく}と{重|かさ}なる',
  'overlaps-own-booking-past': '{同|おな}じ{時間|じかん}に、あなたの{予約|よやく}がありました。',

  'day-hours-reached':
    '1{日|にち}に{使|つか}えるのは{hours}{時間|じかん}までです。{時間|じかん}を{短|みじか}くするか、ほかの{日|ひ}を{選|えら}んでください。',
  'day-hours-reached-short': '1{日|にち}の{時間|じかん}がいっぱい',
  'day-hours-reached-past': '1{日|にち}に{使|つか}える{時間|じかん}がいっぱいでした。',

  taken: 'その{時間|じかん}は、もう{空|あ}いていません。ほかの{時間|じかん}を{選|えら}んでください。',
  'taken-short': '{先|さき}に{取|と}られていた',
  'taken-past': 'その{時間|じかん}は、{先|さき}に{決|き}まっていました。',

  'option-gone':
    'この{時間|じかん}に{借|か}りられる「{name}」は、あと{left}つです。{数|かず}を{減|へ}らすか、ほかの{時間|じかん}を{選|えら}んでください。',
  'option-gone-short': '{借|か}りるものが{足|た}りない',
  'option-gone-past': '{借|か}りるものが{足|た}りませんでした。',
}
