import type { MailLanguage } from '../domain/letter.ts'

export const ja: MailLanguage = {
  tag: 'ja',
  colon: '：',
  subject: (subject, city) => `【${city}】${subject}`,
  greeting: name => `${name} 様`,
  office: { address: '住所', phone: '電話', sms: 'SMS', hours: '受付時間' },
  closing: 'このメールは送信専用です。お問い合わせは、上の窓口へお願いします。',
  closingOnPaper: '「メール」とあるお知らせは、メールのない方には電話・手紙・窓口でお伝えします。',
}
