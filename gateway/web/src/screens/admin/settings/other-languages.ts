import type { Key } from '../../../i18n/catalogue.ts'

const OTHERS = [
  { language: 'ja-easy', label: 'admin.set-in-ja-easy' },
  { language: 'en', label: 'admin.set-in-en' },
] as const satisfies readonly { readonly language: string; readonly label: Key }[]

/** Where the words at a path stand in the other two languages: `office.name` at `office.translations.en.name`. */
export function otherLanguages(path: string) {
  const cut = path.lastIndexOf('.') + 1
  return OTHERS.map(({ language, label }) => ({
    language,
    label,
    path: `${path.slice(0, cut)}translations.${language}.${path.slice(cut)}`,
  }))
}
