import type { Language } from '@asaichi/contract/actor.ts'
import { fields as enFields, titles as enTitles } from './en/http.ts'
import { problems as en } from './en/problems.ts'
import { reasons as enReasons } from './en/reasons.ts'
import { staffProblems as enStaff } from './en/staff-problems.ts'
import { fields as jaFields, titles as jaTitles } from './ja/http.ts'
import { problems as ja } from './ja/problems.ts'
import { reasons as jaReasons } from './ja/reasons.ts'
import { staffProblems as jaStaff } from './ja/staff-problems.ts'
import { fields as easyFields, titles as easyTitles } from './ja-easy/http.ts'
import { problems as easy } from './ja-easy/problems.ts'
import { reasons as easyReasons } from './ja-easy/reasons.ts'
import { staffProblems as easyStaff } from './ja-easy/staff-problems.ts'
import type { Code, FieldWords, Titles } from './words.ts'

type Words = {
  /** What `Intl` calls the language. */
  readonly tag: 'ja' | 'en'
  readonly sentences: Readonly<Record<Code, string>>
  readonly titles: Titles
  readonly fields: FieldWords
}

/** All three languages at once, for a server; a browser loads the files of one. */
export const WORDS: Readonly<Record<Language, Words>> = {
  ja: { tag: 'ja', sentences: { ...ja, ...jaStaff, ...jaReasons }, titles: jaTitles, fields: jaFields },
  'ja-easy': {
    tag: 'ja',
    sentences: { ...easy, ...easyStaff, ...easyReasons },
    titles: easyTitles,
    fields: easyFields,
  },
  en: { tag: 'en', sentences: { ...en, ...enStaff, ...enReasons }, titles: enTitles, fields: enFields },
}
