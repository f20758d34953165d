export const texts = {
  'mails-title': '届けられていないメール',
  'mails-note':
    'メールサーバーが受け取らないか、長く応えないメールです。本人に電話などで伝え、直ったらもう一度送ってください。',
  'mails-what': 'メール',
  'mails-to': 'あて先',
  'mails-since': '送り始めた日時',
  'mails-failed': '送るのをやめました',
  'mails-waiting': 'まだ試しています（{count}回）',
  'mails-again': 'もう一度送る',
  'mails-being-sent': 'もう一度送っています。届くとこの一覧から消えます。',
  'mails-error': 'メールサーバーの答え：{error}',
}
