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
}
