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
}
