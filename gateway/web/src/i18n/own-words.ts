import type { Language } from '@asaichi/contract/actor.ts'
import { tagOf } from './languages.ts'

/** A document with a text of the city in Japanese, and the same text in other languages where the city wrote it. */
export type Worded<F extends string> = { readonly [_ in F]: string } & {
  readonly translations?: { readonly [L in Exclude<Language, 'ja'>]?: Words<F> | undefined } | undefined
}
type Words<F extends string> = { readonly [_ in F]?: string | undefined }

/** What the components that show it take. */
export type OwnProps<F extends string> = {
  readonly of: Worded<F> & { readonly facts?: { readonly kana?: string | undefined } | undefined }
  readonly field: F
  /** A sentence says so where it is there in Japanese alone; so do lines, which are paragraphs. */
  readonly as?: 'name' | 'sentence' | 'lines'
}

type OwnWords = {
  readonly text: string
  readonly lang: string
}

/** The text in the reader's language, else in Japanese, with the `lang` it must be marked with (V7). */
export function ownWords<F extends string>(of: Worded<F>, field: F, language: Language): OwnWords {
  const words: Words<F> | undefined = language === 'ja' ? undefined : of.translations?.[language]
  const translated = words?.[field]
  if (translated === undefined) return { text: of[field], lang: 'ja' }
  return { text: translated, lang: tagOf(language) }
}
