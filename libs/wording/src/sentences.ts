import type { Language } from '@asaichi/contract/actor.ts'
import * as enHttp from './en/http.ts'
import { problems as en } from './en/problems.ts'
import { reasons as enReasons } from './en/reasons.ts'
import * as jaHttp from './ja/http.ts'
import { problems as ja } from './ja/problems.ts'
import { reasons as jaReasons } from './ja/reasons.ts'
import * as easyHttp from './ja-easy/http.ts'
import { problems as easy } from './ja-easy/problems.ts'
import { reasons as easyReasons } from './ja-easy/reasons.ts'
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
  ja: { tag: 'ja', sentences: { ...ja, ...jaReasons }, ...jaHttp },
  'ja-easy': { tag: 'ja', sentences: { ...easy, ...easyReasons }, ...easyHttp },
  en: { tag: 'en', sentences: { ...en, ...enReasons }, ...enHttp },
}
