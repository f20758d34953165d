import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/admin/acts.ts'

export const texts: Translation<typeof ja> = {
  'acts-title': '{操作|そうさ}の{記録|きろく}',
  'acts-note': 'だれが、だれに、{何|なに}をしたか',
  'acts-lead':
    'だれが、いつ、だれに、{何|なに}をしたかの{記録|きろく}です。{新|あたら}しいものが{上|うえ}です。{記録|きろく}は{消|け}すことができません。ここでさがしたことも{記録|きろく}に{残|のこ}ります。',
  'acts-everybody': 'みんな',
  'acts-everything': 'すべて',
  'acts-by': 'した{人|ひと}',
  'acts-act': 'したこと',
  'acts-about': 'だれに',
  'acts-at': 'いつ',
  'acts-from': 'この{日|ひ}から',
  'acts-to': 'この{日|ひ}まで',
  'acts-show': '{見|み}る',
  'acts-span-wrong': '「この{日|ひ}まで」は、「この{日|ひ}から」より{後|あと}の{日|ひ}にしてください',
  'acts-none': '{記録|きろく}は ありません。',
  'acts-caption': '{操作|そうさ}の{記録|きろく}',
  'acts-by-machine': 'システム',
  'acts-self': 'その{人|ひと}',
  'acts-gone': '（やめた{人|ひと}）',
  'acts-role': '（{role}）',
  'acts-about-one': '1{人|ひとり}についての{記録|きろく}だけです。',
  'acts-about-all': 'みんなの{記録|きろく}を{見|み}る',
}
