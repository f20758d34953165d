import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/mails.ts'

export const texts: Translation<typeof ja> = {
  'mails-title': 'Mails not delivered',
  'mails-note':
    'The mail server refuses these or has not answered for long. Tell the person by phone, and send again once it is mended.',
  'mails-what': 'Mail',
  'mails-to': 'To',
  'mails-since': 'First tried',
  'mails-failed': 'Given up',
  'mails-waiting': 'Still being tried (tries: {count})',
  'mails-again': 'Send again',
  'mails-being-sent': 'Being sent again. It leaves this list once delivered.',
  'mails-error': 'Answer of the mail server: {error}',
  'tell-title': 'To tell people without mail',
  'tell-note': 'Tell them by telephone, by letter or at the counter, and note that you did.',
  'tell-caption': 'To be told, the oldest first',
  'letter-title': 'A notice to somebody without mail',
  'tell-whom': 'To whom',
  'tell-what': 'Notice',
  'tell-since': 'Since',
  'tell-how': 'Telling',
  'tell-open': 'Open and tell',
}
