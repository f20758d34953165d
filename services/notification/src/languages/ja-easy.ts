import type { MailLanguage } from '../domain/letter.ts'

/** やさしい日本語. Readings stand behind the words, for text has no ruby. */
export const jaEasy: MailLanguage = {
  tag: 'ja',
  colon: '：',
  subject: (subject, city) => `【${city}】${subject}`,
  greeting: name => `${name} さん`,
  office: {
    address: '住所（じゅうしょ）',
    phone: '電話（でんわ）',
    sms: 'SMS（ショートメッセージ）',
    hours: '開（あ）いている時間（じかん）',
  },
  closing: 'このメールに返事（へんじ）はできません。聞（き）きたいことは、上（うえ）の窓口（まどぐち）へ。',
  closingOnPaper:
    '「メール」と 書（か）いてある お知（し）らせは、メールが ない人（ひと）に 電話（でんわ）・手紙（てがみ）・窓口（まどぐち）で 伝（つた）えます。',
}
