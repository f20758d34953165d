import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/person.ts'

export const texts: Translation<typeof ja> = {
  'group-name': 'Name of the group',
  name: 'Name',
  'name-of-representative': 'Name of the representative',
  'name-wrong': 'Enter the name',
  kana: 'Name in katakana',
  'kana-hint':
    'How the name sounds, in katakana (マリア シルバ). If you cannot write katakana, enter your name in Latin letters.',
  'kana-wrong': 'Enter how the name sounds in katakana, hiragana or Latin letters, such as マリア シルバ',
  birth: 'Date of birth',
  'birth-wrong': 'Enter a real date of birth, such as 1990, 3, 7',
  members: 'The other members',
  address: 'Address',
  'postal-wrong': 'Enter the seven digits of the postal code, such as 181-0001',
  'street-wrong': 'Enter the area and street number',
  phone: 'Mobile phone',
  'phone-hint': 'The city calls or texts this number to confirm that it is you. Example: 090-1234-5678',
  'phone-wrong': 'Enter a phone number that begins with 0, such as 090-1234-5678',
  mail: 'Mail address',
  'mail-wrong': 'Enter a mail address such as name@example.jp',
  password: 'Password',
  'new-password-hint':
    'At least 8 characters, not used anywhere else. A few short words in a row are easy to remember.',
  'password-short': 'Enter a password of at least 8 characters',
  'password-missing': 'Enter the password',
  'no-mail-title': 'If no mail comes',
  'no-mail-spam': 'Look into your spam folder.',
  'no-mail-address': 'Check that the mail address is right.',
  'no-mail-phone': 'If it still does not come, please call {phone}.',
  'login-title': 'Log in',
  number: 'Member number',
  'number-hint': 'Seven digits',
  'number-wrong': 'Enter the seven digits of your member number',
  'go-on': 'Go on',
  'code-missing': 'Enter the six digits from the mail',
}
