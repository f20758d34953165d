import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/session.ts'

export const texts: Translation<typeof ja> = {
  'ended-title': 'Your login has ended',
  'ended-text': 'For your safety you were logged out. What you typed is kept. Log in again to go on.',
  'replaced-title': 'Now logged in: {name}',
  'replaced-text':
    'Another tab of this browser was used to log in as {name}. What you typed is kept. From here on you send in the name of {name}.',
  'replaced-go-on': 'Go on as {name}',
  'replaced-log-in': 'Log in as somebody else',
  'staff-only-title': 'Staff only',
  'staff-only-text': 'Only staff of the city can use this page.',
  'password-first-title': 'Please set a new password',
  'password-first-text':
    'Your present password is temporary or follows an old rule. Set a new one, then you can go on.',
}
