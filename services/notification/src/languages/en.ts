import type { MailLanguage } from '../domain/letter.ts'

export const en: MailLanguage = {
  tag: 'en',
  colon: ': ',
  subject: (subject, city) => `[${city}] ${subject}`,
  greeting: name => `Dear ${name},`,
  office: { address: 'Address', phone: 'Phone', sms: 'SMS', hours: 'Open' },
  closing: 'Replies to this mail are not read. Please write to or call the office above.',
  closingOnPaper:
    'Where this says “mail”, we tell people without mail by telephone, by letter or at the counter.',
}
