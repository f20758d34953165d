import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/calendar.ts'

export const texts: Translation<typeof ja> = {
  'calendar-skip': 'カレンダーを{飛|と}ばして{時間|じかん}へ',
  'calendar-previous': '{前|まえ}の{月|つき}',
  'holiday-sign': '{祝|しゅく}',
  'national-holiday': '{祝日|しゅくじつ}',
  'calendar-next': '{次|つぎ}の{月|つき}',
  'calendar-legend': '{印|しるし}の{意味|いみ}',
  'day-free': '{空|あ}いています',
  'day-few': '{少|すこ}しだけ{空|あ}いています',
  'day-full': '{空|あ}いていません',
  'day-lottery': '{抽選|ちゅうせん}（くじ）の{期間|きかん}です',
  'day-holiday': '{休|やす}みです',
  'day-outside': '{今|いま}は{申|もう}し{込|こ}めません',
  'slots-legend': '{時間|じかん}を{選|えら}ぶ',
  'range-chosen': '{選|えら}んだ{時間|じかん}：{times}',
  'range-none': '{時間|じかん}をまだ{選|えら}んでいません',
  'range-hint':
    '{始|はじ}まりの{時間|じかん}を{押|お}してください。{次|つぎ}に{終|お}わりの{時間|じかん}を{押|お}してください。',
  'rooms-table': '{部屋|へや}の{空|あ}き{時間|じかん}',
  'slot-o': '{空|あ}いています',
  'slot-x': '{空|あ}いていません',
  'slot-h': '{市|し}が{使|つか}います・{休|やす}み',
  'slot-r': 'もうすぐ{申|もう}し{込|こ}めます',
  'slot-selected': '{選|えら}んでいます',
  'slot-lottery': '{申|もう}し{込|こ}めます',
  'slot-own': '{自分|じぶん}の{予約|よやく}',
}
