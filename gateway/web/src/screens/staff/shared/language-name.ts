import type { Language } from '@asaichi/contract/actor.ts'
import type { Key } from '../../../i18n/catalogue.ts'

const NAMES: Readonly<Record<Language, Key>> = {
  ja: 'staff.language-ja',
  'ja-easy': 'staff.language-ja-easy',
  en: 'staff.language-en',
}

export function languageName(language: Language): Key {
  return NAMES[language]
}
