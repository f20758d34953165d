import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/mails.ts'

export const texts: Translation<typeof ja> = {
  'mails-title': '{届|とど}いていないメール',
  'mails-note':
    'メールが {届|とど}きません。{電話|でんわ}で {伝|つた}えてください。{直|なお}ったら もう{一度|いちど}{送|おく}ってください。',
  'mails-what': 'メール',
  'mails-to': '{送|おく}る{人|ひと}',
  'mails-since': '{送|おく}りはじめた{時|とき}',
  'mails-failed': '{送|おく}るのを やめました',
  'mails-waiting': 'まだ {送|おく}っています（{count}{回|かい}）',
  'mails-again': 'もう{一度|いちど}{送|おく}る',
  'mails-being-sent': 'もう{一度|いちど}{送|おく}っています。',
  'mails-error': 'メールサーバーの{答|こた}え：{error}',
  'mail-confirm-registration': '{登録|とうろく}のお{願|ねが}い',
  'mail-mail-change-code': 'メールアドレスを{変|か}える{番号|ばんごう}',
  'mail-mail-changed': 'メールアドレスが{変|か}わりました',
  'mail-login-code': 'ログインの{番号|ばんごう}',
  'mail-password-help': '{仮|かり}のパスワード',
  'mail-password-changed': 'パスワードが {変|か}わった',
  'mail-entry-received': 'くじの{申|もう}し{込|こ}み',
  'mail-entry-result': 'くじの{結果|けっか}',
  'mail-reservation-received': '{申|もう}し{込|こ}みを {受|う}けた',
  'mail-reservation-approved': '{予約|よやく}が{決|き}まった（{鍵|かぎ}の{番号|ばんごう}）',
  'mail-permission-changed': '{利用申請|りようしんせい}の{結果|けっか}',
  'mail-reservation-refused': '{予約|よやく}できない',
  'mail-reservation-cancelled': '{予約|よやく}の{取|と}り{消|け}し',
  'mail-reservation-expired': '{予約|よやく}の{期限|きげん}が{過|す}ぎた',
  'mail-codes-changed': '{鍵|かぎ}の{番号|ばんごう}が {変|か}わった',
  'mail-time-reopened': '{空|あ}いたお{知|し}らせ',
}
