import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/own.ts'

export const texts: Translation<typeof ja> = {
  'number-is': '{予約|よやく}の{番号|ばんごう} {number}',
  'price-is': 'お{金|かね} {yen}',
  'confirm-by': '{at}までに「{使|つか}います」のボタンを{押|お}してください。',
  'more-wishes': '{希望|きぼう}は{全部|ぜんぶ}で{count}つ',
  acts: 'する{人|ひと}：{who}',
  'answer-by':
    '{市|し}は{at}までに{返事|へんじ}をします。{返事|へんじ}がないときは、この{申|もう}し{込|こ}みはなくなります。',
  'draw-at': '{抽選|ちゅうせん}：{at}',
  'reason-is': '{理由|りゆう}：{reason}',
  'reservation-title': '{予約|よやく}の{内容|ないよう}',
  place: '{場所|ばしょ}と{部屋|へや}',
  event: 'イベントの{名前|なまえ}',
  people: '{使|つか}う{人|ひと}の{数|かず}',
  'people-count': '{count}{人|にん}',
  purpose: '{使|つか}う{目的|もくてき}',
  note: 'グループの{名前|なまえ}と{目的|もくてき}',
  price: 'お{金|かね}',
  'cancelled-by-city': '{市|し}が{取|と}り{消|け}しました。',
  'cancelled-by-you': 'あなたが{取|と}り{消|け}しました。',
  'to-cancel': '{取|と}り{消|け}す',
  'confirm-title': '{使|つか}うかどうか{教|おし}えてください',
  'confirm-text':
    '{当|あ}たりました。{at}までにボタンを{押|お}してください。{押|お}さないと、{使|つか}えなくなります。',
  'confirm-do': '{使|つか}います',
  'cancel-lost': '{取|と}り{消|け}すと、こうなります',
  'cancel-not': 'やめて{戻|もど}る',
  'see-booking': '{予約|よやく}の{内容|ないよう}を{見|み}る',
  options: '{借|か}りるもの',
}
