import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/public.ts'

export const texts: Translation<typeof ja> = {
  'home-title': '{city}の{施設|しせつ}を{予約|よやく}する',
  'home-lead':
    '{空|あ}いている{時間|じかん}を{見|み}て、{申|もう}し{込|こ}みができます。{見|み}るだけなら、ログインはいりません。',
  'home-see-free': '{空|あ}いている{時間|じかん}を{見|み}る',
  'home-see-free-note': '{日|ひ}と{目的|もくてき}から{部屋|へや}をさがします',
  'home-find': '{施設|しせつ}をさがす',
  'home-find-note': '{場所|ばしょ}と{部屋|へや}を{見|み}ます',
  'home-first': 'はじめての{人|ひと}',
  'home-first-note': '{登録|とうろく}と{申請|しんせい}をします',
  'home-login-note': '{登録|とうろく}が{終|お}わった{人|ひと}',
  'home-my-note': '{自分|じぶん}の{予約|よやく}を{見|み}ます',
  'home-notices': '{新|あたら}しいお{知|し}らせ',
  'home-notices-none': 'お{知|し}らせはありません。',
  'home-venue-notices': '{施設|しせつ}のお{知|し}らせ',
  'choose-city-title': '{市|し}を{選|えら}ぶ',
  'choose-city-lead': '{使|つか}いたい{施設|しせつ}がある{市|し}を{選|えら}んでください。',
  'notice-city-wide': '{全部|ぜんぶ}の{施設|しせつ}',
  'notice-urgent': '{大切|たいせつ}',
  'notice-title': 'お{知|し}らせ',
  'notice-venue': 'この{施設|しせつ}のページを{見|み}る',
  'notices-title': 'お{知|し}らせ',
  'notices-all': 'お{知|し}らせを{全部|ぜんぶ}{見|み}る',
  'notices-of': '{venue}のお{知|し}らせ',
  'notices-venue': '{施設|しせつ}を{選|えら}ぶ',
  'notices-every': '{市|し}と{全部|ぜんぶ}の{施設|しせつ}',
  'notices-narrowed': '{選|えら}んだ{施設|しせつ}のお{知|し}らせだけです。',
  'notices-back': 'お{知|し}らせの{一覧|いちらん}に{戻|もど}る',
}
