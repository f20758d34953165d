import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/wishes.ts'

export const texts: Translation<typeof ja> = {
  'lottery-not-first':
    '{抽選|ちゅうせん}（くじ）は、{早|はや}い{順番|じゅんばん}ではありません。いつ{申|もう}し{込|こ}んでも{同|おな}じです。',
  'lottery-closes': '{申|もう}し{込|こ}みの{終|お}わり',
  'lottery-entries': 'この{時間|じかん}の{申|もう}し{込|こ}みの{数|かず}',
  'wishes-text': '{使|つか}いたい{時間|じかん}を{max}つまで{選|えら}べます。{当|あ}たるのは1つです。',
  'wish-date': '{日|ひ}',
  'wish-add': '{number}{番目|ばんめ}を{選|えら}ぶ',
  'wish-remove': '{number}{番目|ばんめ}をやめる',
}
