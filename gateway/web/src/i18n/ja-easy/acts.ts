import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/acts.ts'

export const texts: Translation<typeof ja> = {
  title: 'あなたの{登録|とうろく}にあったこと',
  text: '{新|あたら}しい{順番|じゅんばん}です。{知|し}らないことがあったら、パスワードを{変|か}えて、{市|し}に{言|い}ってください。',
  none: 'まだ{何|なに}もありません。',
  'act-log-in': 'ログイン',
  'act-wrong-passwords': '{違|ちが}うパスワードが{何度|なんど}も{使|つか}われました',
  'act-change-password': 'パスワードを{変|か}えた',
  'act-change-mail': 'メールアドレスを{変|か}えた',
  'act-change-profile': '{登録|とうろく}したことを{直|なお}した',
  'act-approve-permission': '{利用申請|りようしんせい}がよいと{決|き}まった',
  'act-return-permission': '{利用申請|りようしんせい}が{戻|もど}された',
  'act-record-contact': '{電話|でんわ}などの{確認|かくにん}の{記録|きろく}',
  'act-search-people': '{人|ひと}や{予約|よやく}をさがした（{職員|しょくいん}として）',
  'act-view-person': '{登録|とうろく}したことを{見|み}た',
  'act-by': '{act}（{by}）',
  'by-self': 'あなた',
  'by-staff': '{市|し}の{職員|しょくいん}',
  'by-unknown': 'わかりません',
}
