import type { Language } from '@asaichi/contract/actor.ts'
import { LANGUAGES, tagOf } from './languages.ts'
import { showLanguage, shownLanguage } from './texts.ts'

const NAME = 'language'

/** R19: shows a language and remembers it on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language)
  if (shownLanguage() !== language) return
  try {
    localStorage.setItem(NAME, language)
  } catch {
    // Remembered for this page only where storage is forbidden.
  }
}

/** The remembered language, else the browser's, else English. */
export function firstLanguage(): Language {
  const kept = LANGUAGES.find(language => language === remembered())
  return kept ?? LANGUAGES.find(language => navigator.language.startsWith(tagOf(language))) ?? 'en'
}

function remembered(): string | null {
  try {
    return localStorage.getItem(NAME)
  } catch {
    return null
  }
}
