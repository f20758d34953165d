import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/closings.ts'

export const texts: Translation<typeof ja> = {
  'closings-title': '{休止|きゅうし}・{公用|こうよう}をまとめて{入|い}れる',
  'closings-link': '{期間|きかん}・{全部|ぜんぶ}の{部屋|へや}・{曜日|ようび}でまとめて{入|い}れる',
  'closings-lead':
    '{日|ひ}と{部屋|へや}と{曜日|ようび}を{選|えら}ぶと、はじめに{重|かさ}なる{予約|よやく}が{出|で}ます。{見|み}てから、{一度|いちど}にすべて{押|お}さえます。200までです。',
  'closings-first': '{最初|さいしょ}の{日|ひ}',
  'closings-last': '{最後|さいご}の{日|ひ}',
  'closings-rooms': '{部屋|へや}',
  'closings-all-rooms': 'すべての{部屋|へや}',
  'closings-weekdays': '{曜日|ようび}',
  'weekdays-all': '{毎日|まいにち}',
  'weekdays-workdays': '{月|げつ}～{金|きん}',
  'weekdays-weekend': '{土|ど}{日|にち}',
  'weekdays-mon': '{毎週|まいしゅう} {月曜|げつよう}',
  'weekdays-tue': '{毎週|まいしゅう} {火曜|かよう}',
  'weekdays-wed': '{毎週|まいしゅう} {水曜|すいよう}',
  'weekdays-thu': '{毎週|まいしゅう} {木曜|もくよう}',
  'weekdays-fri': '{毎週|まいしゅう} {金曜|きんよう}',
  'weekdays-sat': '{毎週|まいしゅう} {土曜|どよう}',
  'weekdays-sun': '{毎週|まいしゅう} {日曜|にちよう}',
  'error-last': '{最後|さいご}の{日|ひ}を{見|み}てください',
  'closings-look': '{重|かさ}なる{予約|よやく}を{見|み}る',
  'closings-meets': '{重|かさ}なる{予約|よやく}',
  'closings-counts': '{押|お}さえる{数|かず}：{spans}、{重|かさ}なる{予約|よやく}：{count}{件|けん}',
  'closings-none': '{重|かさ}なる{予約|よやく}はありません。',
  'closings-holds':
    '{市|し}の{公用|こうよう}や{休止|きゅうし}と{count}{件|けん}{重|かさ}なっています。{先|さき}に{外|はず}すか、{日|ひ}を{変|か}えてください。',
  'closings-more': '{重|かさ}なる{予約|よやく}が100より{多|おお}いです。{分|わ}けてください。',
  'closings-cancel': '{予約|よやく}を{取|と}り{消|け}して{押|お}さえる',
  'closings-cancel-text':
    '{上|うえ}の{予約|よやく}はすべて{取|と}り{消|け}されます。{理由|りゆう}がメールで{届|とど}きます。',
  'closings-do': 'この{内容|ないよう}で{押|お}さえる',
  'closings-done':
    '{押|お}さえました（{数|かず}：{spans}、{取|と}り{消|け}した{予約|よやく}：{count}{件|けん}）。',
  'closings-undo': 'この{操作|そうさ}で{押|お}さえたものをすべて{外|はず}す',
  'closings-undo-sure':
    '{押|お}さえた{時間|じかん}は、{次|つぎ}に{受付|うけつけ}が{始|はじ}まる{時|とき}から{申|もう}し{込|こ}めます。{取|と}り{消|け}した{予約|よやく}は{元|もと}に{戻|もど}りません。',
  'closings-undone': 'すべて{外|はず}しました。',
  'closings-caption': '{重|かさ}なる{予約|よやく}（{日|ひ}の{順|じゅん}）',
}
