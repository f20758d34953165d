import type { Language } from '@asaichi/contract/actor.ts'
import type { Content, Frame } from './content.ts'
import { easyJapaneseLetter } from './easy-japanese-letter.ts'
import { englishLetter } from './english-letter.ts'
import { html } from './html.ts'
import { japaneseLetter } from './japanese-letter.ts'
import { type Letter, oneLine } from './letter.ts'
import { plainText } from './plain-text.ts'

export type MailText = {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
}

// What has no words of its own in a language is written in Japanese, and marked as Japanese.
const WRITERS: Readonly<Record<Language, (content: Content, frame: Frame) => Letter | undefined>> = {
  ja: japaneseLetter,
  'ja-easy': easyJapaneseLetter,
  en: englishLetter,
}

/** The mail in the resident's language, as text and as HTML. */
export function compose(content: Content, frame: Frame, language: Language): MailText {
  const letter = WRITERS[language](content, frame) ?? japaneseLetter(content, frame)
  return {
    subject: oneLine(letter.subject),
    text: plainText(letter),
    html: html(letter),
    language: letter.language,
  }
}
