import { shownLanguage } from '../../i18n/texts.ts'
import type { OwnData } from './asked.ts'

/** What a kind of mail is called, in the reader's language where it has a name in it. */
export function mailName({ name, translations }: OwnData['mails'][number]): string {
  const language = shownLanguage()
  return (language === 'ja' ? undefined : translations?.[language]?.name) ?? name
}
