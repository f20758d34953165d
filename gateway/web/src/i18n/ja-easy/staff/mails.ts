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
  'tell-title': 'メールが ない{人|ひと}に {伝|つた}えること',
  'tell-note':
    '{電話|でんわ}か {手紙|てがみ}、{窓口|まどぐち}で {伝|つた}えて、{伝|つた}えたと {書|か}いてください。',
  'tell-caption': '{伝|つた}えること（{古|ふる}い{順|じゅん}）',
  'letter-title': 'メールが ない{人|ひと}への お{知|し}らせ',
  'tell-whom': '{伝|つた}える{人|ひと}',
  'tell-what': 'お{知|し}らせ',
  'tell-since': 'お{知|し}らせの{日時|にちじ}',
  'tell-how': '{伝|つた}える',
  'tell-open': '{開|ひら}いて {伝|つた}える',
}
