import type { Language } from '@asaichi/contract/actor.ts'
import { englishDeadline, englishMoment } from '../languages/english-time.ts'
import { japaneseDeadline, japaneseMoment } from '../languages/japanese-time.ts'
import { RESERVATION_WORDS, type ReservationWords } from './reservation-words.ts'

/** What every mail about a lottery entry calls its facts, besides those of a booking. */
export type EntryWords = ReservationWords &
  Readonly<Record<'contents' | 'state' | 'notDrawn' | 'result' | 'explanation' | 'freeTimes', string>> & {
    readonly wish: (number: number) => string
    readonly moment: (instant: string) => string
    readonly deadline: (instant: string) => string
  }

export const ENTRY_WORDS: Readonly<Record<Language, EntryWords>> = {
  ja: {
    ...RESERVATION_WORDS.ja,
    contents: '申込みの内容',
    state: '申込みの状況',
    notDrawn: '抽選前',
    result: '抽選の結果',
    explanation: '抽選の順番と、その確かめ方',
    freeTimes: '会場の空き状況を見る',
    wish: number => `第${number}希望`,
    moment: japaneseMoment,
    deadline: japaneseDeadline,
  },
  'ja-easy': {
    ...RESERVATION_WORDS['ja-easy'],
    contents: '申（もう）し込（こ）みの内容（ないよう）',
    state: '今（いま）は',
    notDrawn: 'くじの前（まえ）',
    result: 'くじの結果（けっか）',
    explanation: 'くじの順番（じゅんばん）と、確（たし）かめ方（かた）',
    freeTimes: '空（あ）いている時間（じかん）を見（み）る',
    wish: number => `${number}番目（ばんめ）の希望（きぼう）`,
    moment: japaneseMoment,
    deadline: japaneseDeadline,
  },
  en: {
    ...RESERVATION_WORDS.en,
    contents: 'Your entry',
    state: 'State',
    notDrawn: 'not drawn yet',
    result: 'Result of the draw',
    explanation: 'Your place in the draw, and how to check it',
    freeTimes: 'Free times of the venue',
    wish: number => `Choice ${number}`,
    moment: englishMoment,
    deadline: englishDeadline,
  },
}
