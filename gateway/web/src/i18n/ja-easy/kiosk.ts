import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/kiosk.ts'

export const texts: Translation<typeof ja> = {
  'area-name': '{建物|たてもの}の{中|なか}の{案内|あんない}とかぎ',
  'open-title': 'かぎの{開|あ}け{方|かた}',
  'open-square': '□（しかく）を2{回|かい}{押|お}します。',
  'open-lit': '{数字|すうじ}が{光|ひか}ります。',
  'open-code': 'かぎの{番号|ばんごう}を{押|お}します。',
  'open-enter': 'Eを{押|お}します。',
  'open-door': 'かぎが{開|あ}きます。ドアを{開|あ}けて{入|はい}ります。',
  'lock-title': 'かぎの{閉|し}め{方|かた}',
  'lock-outside': '{外|そと}から：□（しかく）を1{回|かい}{押|お}します。',
  'lock-inside': '{中|なか}から：つまみを{回|まわ}します。',
  'lock-auto':
    '{自動|じどう}でかぎが{閉|し}まるドアもあります。{外|そと}に{出|で}るときは、{番号|ばんごう}を{忘|わす}れないでください。',
}
