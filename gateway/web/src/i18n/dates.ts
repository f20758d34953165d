import { eraOf, formatJapaneseDate } from '@asaichi/calendar/eras.ts'
import { weekday } from '@asaichi/calendar/local-date.ts'
import type { Language } from '@asaichi/contract/actor.ts'
import type { LocalDate } from '@asaichi/contract/time.ts'

type Weekday = ReturnType<typeof weekday>
const WEEKDAYS: Readonly<Record<Weekday, readonly [ja: string, reading: string, en: string]>> = {
  sun: ['日', 'にち', 'Sun'],
  mon: ['月', 'げつ', 'Mon'],
  tue: ['火', 'か', 'Tue'],
  wed: ['水', 'すい', 'Wed'],
  thu: ['木', 'もく', 'Thu'],
  fri: ['金', 'きん', 'Fri'],
  sat: ['土', 'ど', 'Sat'],
}
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `2026年（令和8年）12月4日（金）`; with readings in やさしい日本語, which needs no era; `Fri 4 December 2026`. In marks. */
export function dateMarks(date: LocalDate, language: Language): string {
  const { year, month, day } = partsOf(date)
  const [kanji, reading, en] = WEEKDAYS[weekday(date)]
  switch (language) {
    case 'ja':
      return formatJapaneseDate(date, { era: true })
    case 'ja-easy':
      return `${year}{年|ねん}${monthAndDayEasy(month, day)}（{${kanji}|${reading}}）`
    case 'en':
      return `${en} ${day} ${MONTHS[month - 1]} ${year}`
  }
}

/** Without the year: `12月4日（金）`. In marks. */
export function shortDateMarks(date: LocalDate, language: Language): string {
  const { month, day } = partsOf(date)
  const [kanji, reading, en] = WEEKDAYS[weekday(date)]
  switch (language) {
    case 'ja':
      return `${month}月${day}日（${kanji}）`
    case 'ja-easy':
      return `${monthAndDayEasy(month, day)}（{${kanji}|${reading}}）`
    case 'en':
      return `${en} ${day} ${MONTHS[month - 1]?.slice(0, 3)}`
  }
}

/** `2026年（令和8年）12月`; the era is that of the month's first day. In marks. */
export function monthMarks(month: string, language: Language): string {
  const { year, month: number } = partsOf(`${month}-01`)
  switch (language) {
    case 'ja':
      return `${year}年${eraInBrackets(`${month}-01`)}${number}月`
    case 'ja-easy':
      return `${year}{年|ねん}${number}{月|がつ}`
    case 'en':
      return `${MONTHS[number - 1]} ${year}`
  }
}

const DASHES: Readonly<Record<Language, string>> = { ja: '～', 'ja-easy': '～', en: '–' }

/** `09:30～11:00` */
export function timesText(from: string, to: string, language: Language): string {
  return `${from}${DASHES[language]}${to}`
}

/** `1,200円`; nothing to pay is 無料, for free rooms show no words of payment (M14). In marks. */
export function moneyMarks(yen: number, language: Language): string {
  const amount = yen.toLocaleString('en-US')
  switch (language) {
    case 'ja':
      return yen === 0 ? '無料' : `${amount}円`
    case 'ja-easy':
      return yen === 0 ? '{無料|むりょう}（0{円|えん}）' : `${amount}{円|えん}`
    case 'en':
      return yen === 0 ? 'Free' : `${amount} yen`
  }
}

/** 日 月 火 … in marks, Sunday first. */
export function weekdayMarks(
  language: Language,
): readonly { readonly short: string; readonly full: string }[] {
  return Object.values(WEEKDAYS).map(([kanji, reading, en]) => {
    switch (language) {
      case 'ja':
        return { short: kanji, full: `${kanji}曜日` }
      case 'ja-easy':
        return { short: `{${kanji}|${reading}}`, full: `${kanji}曜日` }
      case 'en':
        return { short: en, full: `${en}.` }
    }
  })
}

function eraInBrackets(date: LocalDate): string {
  const era = eraOf(date)
  return era === undefined ? '' : `（${era.era}${era.year === 1 ? '元' : era.year}年）`
}

const EASY_DAYS: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
}

function monthAndDayEasy(month: number, day: number): string {
  const reading = EASY_DAYS[day]
  return `${month}{月|がつ}${reading ? `{${day}日|${reading}}` : `${day}{日|にち}`}`
}

function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}
