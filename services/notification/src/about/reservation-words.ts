import type { Language } from '@asaichi/contract/actor.ts'
import { englishDate } from '../languages/english-time.ts'
import { japaneseDate, span } from '../languages/japanese-time.ts'
import { type Named, type OptionNamed, optionIn, placeIn } from './place.ts'

/** What every mail about a booking calls its facts. What people wrote stays as it is. */
export type ReservationWords = Readonly<
  Record<'place' | 'date' | 'time' | 'address' | 'event' | 'people' | 'option' | 'fee' | 'note', string>
> &
  Readonly<Record<'before' | 'venuePage' | 'reason' | 'askOffice', string>> & {
    readonly named: Named
    readonly optionIn: OptionNamed
    readonly day: (date: string) => string
    readonly span: (from: string, to: string) => string
    readonly persons: (count: number) => string
    readonly yen: (amount: number) => string
  }

export const RESERVATION_WORDS: Readonly<Record<Language, ReservationWords>> = {
  ja: {
    place: '会場',
    date: '利用日',
    time: '時間',
    address: '住所',
    event: 'イベント名',
    people: '利用人数',
    fee: '利用料金',
    note: '備考',
    before: '前の予約',
    venuePage: '会場のページ',
    reason: '理由',
    askOffice: '窓口におたずねください',
    option: '付帯設備',
    named: placeIn('ja'),
    optionIn: optionIn('ja'),
    day: japaneseDate,
    span,
    persons: count => `${count}人`,
    yen: amount => `${amount.toLocaleString('ja-JP')}円`,
  },
  'ja-easy': {
    place: '場所（ばしょ）',
    date: '使（つか）う日（ひ）',
    time: '時間（じかん）',
    address: '住所（じゅうしょ）',
    event: 'イベントの名前（なまえ）',
    people: '人数（にんずう）',
    fee: 'お金（かね）',
    note: 'メモ',
    before: '前（まえ）の予約（よやく）',
    venuePage: '場所（ばしょ）のページ',
    reason: '理由（りゆう）',
    askOffice: '窓口（まどぐち）に聞（き）いてください',
    option: '借（か）りるもの',
    named: placeIn('ja-easy'),
    optionIn: optionIn('ja-easy'),
    day: japaneseDate,
    span,
    persons: count => `${count}人（にん）`,
    yen: amount => `${amount.toLocaleString('ja-JP')}円（えん）`,
  },
  en: {
    place: 'Place',
    date: 'Date',
    time: 'Time',
    address: 'Address',
    event: 'Event',
    people: 'People',
    fee: 'Fee',
    note: 'Note',
    before: 'The booking before',
    venuePage: 'Page of the venue',
    reason: 'Reason',
    askOffice: 'Please ask the office',
    option: 'Option',
    named: placeIn('en'),
    optionIn: optionIn('en'),
    day: englishDate,
    span: (from, to) => `${from}–${to}`,
    persons: String,
    yen: amount => `${amount.toLocaleString('en')} yen`,
  },
}
