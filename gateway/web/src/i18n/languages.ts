import type { Language } from '@asaichi/contract/actor.ts'

type Facts = {
  /** In itself, for the reader who cannot read the others. */
  readonly name: string
  /** What browsers call it: for `lang` and for `Intl`. */
  readonly tag: 'ja' | 'en'
}

const FACTS = {
  ja: { name: '日本語', tag: 'ja' },
  'ja-easy': { name: 'やさしい日本語', tag: 'ja' },
  en: { name: 'English', tag: 'en' },
} as const satisfies Readonly<Record<Language, Facts>>

// Safe: the table has every language and nothing else.
export const LANGUAGES = Object.keys(FACTS) as readonly Language[]

export function nameOf(language: Language): string {
  return FACTS[language].name
}

export function tagOf(language: Language): Facts['tag'] {
  return FACTS[language].tag
}

/** The chosen one of a form or a list; Japanese for anything else. */
export function languageFrom(value: string): Language {
  return LANGUAGES.find(language => language === value) ?? 'ja'
}
