import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/counter.ts'

export const texts: Translation<typeof ja> = {
  'counter-class': '{利用者区分|りようしゃくぶん}',
  'counter-register-lead':
    'メールを {使|つか}わない{人|ひと}を、{窓口|まどぐち}か {電話|でんわ}で {登録|とうろく}します。{登録番号|とうろくばんごう}は、{紙|かみ}に {印刷|いんさつ}して {渡|わた}してください。',
  'counter-about-person': '{本人|ほんにん}のこと',
  'counter-kana-hint': 'ひらがなで {書|か}いても、カタカナに なります。',
  'counter-about-address': '{住所|じゅうしょ}と{電話|でんわ}',
  'counter-terms': '{利用規約|りようきやく}と{個人情報|こじんじょうほう}',
  'counter-address-wrong': '{住所|じゅうしょ}を {書|か}いてください',
  'counter-language': 'お{知|し}らせの{言葉|ことば}',
  'counter-language-hint': '{手紙|てがみ}を この{言葉|ことば}で {書|か}きます。',
  'counter-about-proof': '{本人|ほんにん}の{確認|かくにん}と {利用申請|りようしんせい}',
  'counter-way': 'どこで {確|たし}かめましたか',
  'counter-way-counter': '{窓口|まどぐち}',
  'counter-way-phone': '{電話|でんわ}',
  'counter-proof': '{何|なに}で {確|たし}かめましたか',
  'counter-proof-hint':
    '{例|れい}：{運転免許証|うんてんめんきょしょう}。{番号|ばんごう}は {書|か}かないでください。',
  'counter-proof-wrong': '{何|なに}で {本人|ほんにん}を {確|たし}かめたか、{書|か}いてください',
  'counter-permission': '{利用申請|りようしんせい}',
  'counter-permission-approved': '{今|いま}「いいです」に する',
  'counter-permission-approved-note': 'すぐに {予約|よやく}できます。',
  'counter-permission-applied': '{申請中|しんせいちゅう}に する',
  'counter-permission-applied-note':
    'ほかの{職員|しょくいん}が「{利用申請|りようしんせい}」の{画面|がめん}で {決|き}めます。',
  'counter-no-login':
    'メールが ないあいだ、{本人|ほんにん}は ログインできません。{予約|よやく}は {職員|しょくいん}が します。あとで メールアドレスを {書|か}くと、ログインできます。',
  'counter-agree':
    '{利用規約|りようきやく}と {個人情報|こじんじょうほう}の{紙|かみ}を {渡|わた}しました。{本人|ほんにん}は「いいです」と {言|い}いました',
  'counter-agree-wrong': '{本人|ほんにん}が「いいです」と {言|い}ったか、{確|たし}かめてください',
  'counter-register': '{登録|とうろく}する',
  'counter-known-title': 'もう {登録|とうろく}した{人|ひと}かもしれません',
  'counter-known-see': 'この{人|ひと}を {見|み}る',
  'counter-another': 'ちがう{人|ひと}です。{新|あたら}しく {登録|とうろく}します',
  'counter-done': '{登録|とうろく}しました',
  'counter-done-note':
    '{下|した}の{紙|かみ}を {印刷|いんさつ}して {渡|わた}してください。{電話|でんわ}の{人|ひと}には、{番号|ばんごう}を {読|よ}んでください。',
  'counter-slip-title': '{登録|とうろく}の{紙|かみ}',
  'counter-slip-approved':
    '{部屋|へや}を {予約|よやく}できます。{窓口|まどぐち}か {電話|でんわ}で {言|い}ってください。',
  'counter-slip-applied':
    '{市|し}が {確|たし}かめたあと、{予約|よやく}できます。{電話|でんわ}か {手紙|てがみ}で {知|し}らせます。',
  'counter-slip-number':
    '{予約|よやく}するとき、この{番号|ばんごう}を {言|い}ってください。この{紙|かみ}を {捨|す}てないでください。',
  'counter-book-now': 'この{人|ひと}の {予約|よやく}をする',
  'counter-register-another': '{別|べつ}の{人|ひと}を {登録|とうろく}する',
  'counter-letter-lead':
    '{開|ひら}くと、お{知|し}らせが {出|で}ます。{鍵|かぎ}の{番号|ばんごう}が {書|か}いてあることが あります。{開|ひら}いたことは、{本人|ほんにん}の{記録|きろく}に {残|のこ}ります。',
  'counter-letter-open': 'お{知|し}らせを {開|ひら}く',
  'counter-letter-note':
    '{電話|でんわ}で {読|よ}むか、{印刷|いんさつ}して {渡|わた}すか {送|おく}ってください。',
  'counter-letter-person': '{本人|ほんにん}の{電話番号|でんわばんごう}と {住所|じゅうしょ}を {見|み}る',
  'counter-told-title': '{伝|つた}えたら',
  'counter-told-by': 'どうやって {伝|つた}えましたか',
  'counter-told-phone': '{電話|でんわ}で {伝|つた}えた',
  'counter-told-letter': '{手紙|てがみ}を {送|おく}った',
  'counter-told-counter': '{窓口|まどぐち}で {伝|つた}えた',
  'counter-told-wrong': 'どうやって {伝|つた}えたか、{選|えら}んでください',
  'counter-told-do': '{伝|つた}えたと {書|か}いておく',
  'counter-told': '{伝|つた}えたと {書|か}きました',
  'counter-back-to-today': '{今日|きょう}の{仕事|しごと}に {戻|もど}る',
  'counter-person': '{利用|りよう}と ログインの{手続|てつづ}き',
  'counter-suspend': '{利用|りよう}を {止|と}める',
  'counter-suspend-note':
    '{止|と}めると、{本人|ほんにん}は {新|あたら}しい{申|もう}し{込|こ}みが できません。ログインして {予約|よやく}を {見|み}ることは できます。もう{決|き}まった{予約|よやく}は {残|のこ}ります。',
  'counter-suspend-do': '{止|と}めて メールを{送|おく}る',
  'counter-suspended': '{利用|りよう}を {止|と}めました',
  'counter-mail-suspended': '{施設|しせつ}を {使|つか}うことを {止|と}めました',
  'counter-lift': '{止|と}めるのを やめる',
  'counter-lift-note': 'やめると、{本人|ほんにん}は また{申|もう}し{込|こ}めます。',
  'counter-lift-do': 'やめて メールを{送|おく}る',
  'counter-lifted': '{止|と}めるのを やめました',
  'counter-mail-lifted': 'また {施設|しせつ}を {使|つか}えます',
  'counter-reason-no-show': '{言|い}わないで {使|つか}わなかった',
  'counter-reason-rules': '{決|き}まりと ちがう{使|つか}い{方|かた}',
  'counter-reason-over': '{止|と}める{期間|きかん}が {終|お}わった',
  'counter-login-help': 'ログインで {困|こま}っているとき',
  'counter-help-note':
    '{本人|ほんにん}のメールに、{仮|かり}のパスワードを {送|おく}ります。{職員|しょくいん}は {見|み}られません。',
  'counter-help-send': '{仮|かり}のパスワードを {送|おく}る',
  'counter-help-sent': '{仮|かり}のパスワードを {送|おく}りました',
  'counter-sign-out-note':
    'ほかの{人|ひと}が {使|つか}っているかもしれないとき、ぜんぶの ログインを {終|お}わらせます。',
  'counter-sign-out': 'ぜんぶ ログアウトする',
  'counter-signed-out': '{count}か{所|しょ}の ログインを {終|お}わらせました',
  'counter-letters': '{伝|つた}えること・{伝|つた}えたこと',
  'counter-letters-caption': '{本人|ほんにん}への お{知|し}らせ（{新|あたら}しい{順|じゅん}）',
  'counter-letters-none': 'まだ ありません。',
  'counter-letters-waiting': 'まだ {伝|つた}えていません',
}
