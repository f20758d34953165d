import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/session.ts'

export const texts: Translation<typeof ja> = {
  'ended-title': 'ログインが{終|お}わりました',
  'ended-text':
    '{長|なが}い{時間|じかん}{使|つか}わないと、ログインが{終|お}わります。{書|か}いたことは{残|のこ}っています。もう{一度|いちど}ログインしてください。',
  'replaced-title': '{今|いま}は{name}さんがログインしています',
  'replaced-text':
    'ほかのタブで{name}さんがログインしました。{書|か}いたことは{残|のこ}っています。これから{送|おく}るものは、{name}さんの{申|もう}し{込|こ}みになります。',
  'replaced-go-on': '{name}さんとして{続|つづ}ける',
  'replaced-log-in': 'もう{一度|いちど}ログインする',
  'staff-only-title': '{職員|しょくいん}の{画面|がめん}です',
  'staff-only-text': 'このページは、{市|し}の{職員|しょくいん}だけが{使|つか}います。',
  'password-first-title': '{新|あたら}しいパスワードを{決|き}めてください',
  'password-first-text':
    '{今|いま}のパスワードは{長|なが}く{使|つか}えません。{新|あたら}しいパスワードを{決|き}めてください。それから{続|つづ}きができます。',
  'acts-title': 'あなたの{登録|とうろく}と {予約|よやく}に あったこと',
  'acts-text':
    '{新|あたら}しい{順番|じゅんばん}です。{知|し}らないことがあったら、パスワードを{変|か}えて、{市|し}に{言|い}ってください。',
  'acts-none': 'まだ{何|なに}もありません。',
  'act-log-in': 'ログイン',
  'act-wrong-passwords': '{違|ちが}うパスワードが{何度|なんど}も{使|つか}われました',
  'act-change-password': 'パスワードを{変|か}えた',
  'act-change-mail': 'メールアドレスを{変|か}えた',
  'act-accept-invitation': '{職員|しょくいん}に なった',
  'act-change-role': '{役割|やくわり}が{変|か}わった',
  'act-remove-member': '{職員|しょくいん}で なくなった',
  'act-change-profile': '{登録|とうろく}したことを{直|なお}した',
  'act-approve-permission': '{利用申請|りようしんせい}がよいと{決|き}まった',
  'act-return-permission': '{利用申請|りようしんせい}が{戻|もど}された',
  'act-record-contact': '{電話|でんわ}などの{確認|かくにん}の{記録|きろく}',
  'act-search-people': '{人|ひと}や{予約|よやく}をさがした（{職員|しょくいん}として）',
  'act-view-person': '{登録|とうろく}したことを{見|み}た',
  'act-book-for': '{代|か}わりの{申|もう}し{込|こ}み',
  'act-approve-booking': '{予約|よやく}の{承認|しょうにん}（OK）',
  'act-refuse-booking': '{予約|よやく}の{不承認|ふしょうにん}（だめ）',
  'act-cancel-booking': '{予約|よやく}の{取消|とりけし}',
  'act-reissue-codes': '{鍵|かぎ}の{新|あたら}しい{番号|ばんごう}',
  'act-enter-for': '{代|か}わりの くじの{申|もう}し{込|こ}み',
  'acts-see-booking': '{予約|よやく}を{見|み}る',
  'acts-see-entry': 'くじの{申|もう}し{込|こ}みを{見|み}る',
  'act-by': '{act}（{by}）',
  'acts-by-self': 'あなた',
  'acts-by-staff': '{市|し}の{職員|しょくいん}',
  'acts-by-unknown': 'わかりません',
}
