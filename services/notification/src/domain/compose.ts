import type { Language } from '@asaichi/contract/actor.ts'
import type { Content, Frame } from './content.ts'
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

// やさしい日本語 and English fall back to Japanese until they have texts of their own.
const WRITERS: Readonly<Record<Language, (content: Content, frame: Frame) => Letter>> = {
  ja: japaneseLetter,
  'ja-easy': japaneseLetter,
  en: japaneseLetter,
}

/** The mail in the resident's language, as text and as HTML. */
export function compose(content: Content, frame: Frame, language: Language): MailText {
  const letter = WRITERS[language](content, frame)
  return {
    subject: oneLine(letter.subject),
    text: plainText(letter),
    html: html(letter),
    language: letter.language,
  }
}
