import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/attempts.ts'

export const texts: Translation<typeof ja> = {
  'slot-title': '{申込|もうしこ}みの{順番|じゅんばん}（なぜ{取|と}れなかったか）',
  'slot-lead':
    '「なぜ{取|と}れなかったのか」と{聞|き}かれたら、ここで{順番|じゅんばん}を{見|み}て{答|こた}えてください。',
  'any-time': 'いつでも',
  'attempts-none': 'この{日|ひ}の{申込|もうしこ}みはありません。',
  'attempts-caption': '{申込|もうしこ}み{count}{件|けん}（{決|き}めた{順番|じゅんばん}）',
  'attempts-more':
    'ここに{出|で}ているのは、はじめの200{件|けん}です。{時間|じかん}を{選|えら}んでください。',
  'attempt-accepted': '{受|う}け{付|つ}けた',
  'attempt-refused': '{断|ことわ}った',
  'col-turn': '{順番|じゅんばん}',
  'col-decided': '{決|き}めた{時間|じかん}',
  'col-outcome': '{結果|けっか}',
  'col-reason': '{理由|りゆう}',
  'col-receipt': '{受付|うけつけ}の{紙|かみ}',
  'blocker-since': '{at}から',
  'reason-not-approved': '{利用申請|りようしんせい}が{承認|しょうにん}されていない',
  'reason-not-open-yet': '{受付|うけつけ}の{前|まえ}',
  'reason-draw-in-progress': '{抽選|ちゅうせん}をしていた',
  'reason-closed': '{受付|うけつけ}の{終|お}わりの{後|あと}',
  'reason-outside-hours': '{開|ひら}いている{時間の外|じかんのそと}',
  'reason-off-grid': '{30分|さんじゅっぷん}ごとではない',
  'reason-too-short': '{時間|じかん}が{短|みじか}い',
  'reason-people-out-of-range': '{人数|にんずう}が{部屋|へや}に{合|あ}わない',
  'reason-terms-not-accepted': '{利用規約|りようきやく}に「はい」がない',
  'reason-guardian-needed': '{大人|おとな}がいない',
  'reason-wrong-listing': '{有料|ゆうりょう}・{無料|むりょう}の{区分|くぶん}が{違|ちが}う',
  'reason-quota-reached': '{予約|よやく}の{数|かず}がいっぱい',
  'reason-overlaps-own-booking': '{自分|じぶん}の{予約|よやく}と{重|かさ}なる',
  'reason-taken': '{先|さき}に{取|と}られていた',
  'reason-other': 'その{他|た}',
}
