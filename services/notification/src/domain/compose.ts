import { letterHtml } from './html.ts'
import { type Body, type Frame, letterOf, type MailLanguage, oneLine } from './letter.ts'
import { plainText } from './plain-text.ts'

export type MailText = {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** BCP 47. */
  readonly language: string
}

/** The mail in one language, as text and as HTML. */
export function compose(body: Body, frame: Frame, language: MailLanguage): MailText {
  const letter = letterOf(body, frame, language)
  return {
    subject: oneLine(letter.subject),
    text: plainText(letter),
    html: letterHtml(letter),
    language: language.tag,
  }
}
