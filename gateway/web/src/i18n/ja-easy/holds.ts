import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/holds.ts'

export const texts: Translation<typeof ja> = {
  title: 'ほかの{職員|しょくいん}の{許可|きょか}を{待|ま}っています',
  lead: '1{人|ひと}では できない{長|なが}さです。よく{見|み}てから「いい」と{押|お}してください。',
  'asked-by': '{頼|たの}んだ{人|ひと}',
  when: '{日|ひ}と{時間|じかん}',
  'how-much': '{時間|じかん}',
  hours: '{hours}{時間|じかん}',
  cancels: '{取|と}り{消|け}す{予約|よやく}：{count}{件|けん}',
  allow: '{許可|きょか}する',
  'allow-sure': '{部屋|へや}を{貸|か}さないことを {許可|きょか}しますか。',
  allowed: '{許可|きょか}しました。{頼|たの}んだ{人|ひと}が もう{一度|いちど} {押|お}します。',
  'is-allowed': '{許可|きょか}されました。もう{一度|いちど} {押|お}してください。',
  waits: 'ほかの{職員|しょくいん}を{待|ま}っています',
  'may-be-done': '{許可|きょか}しました（まだ していません）',
}
