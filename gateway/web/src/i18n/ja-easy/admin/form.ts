import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/admin/form.ts'

export const texts: Translation<typeof ja> = {
  'set-missing': '{入力|にゅうりょく}してください',
  'set-wrong': '{field}：{message}',
  'set-in-ja-easy': '{field}（やさしい{日本|にっぽん}{語|ご}）',
  'set-in-en': '{field}（{英語|えいご}）',
  'set-other-languages': 'やさしい{日本|にっぽん}{語|ご}と{英語|えいご}：{field}',
  'set-take-away': 'これを{消|け}す',
  'set-look': '{内容|ないよう}を{確|たし}かめる',
  'set-planned-title': 'この{内容|ないよう}で{保存|ほぞん}しますか',
  'set-save': '{保存|ほぞん}する',
  'set-back': '{戻|もど}って{直|なお}す',
  'set-saved': '{保存|ほぞん}しました。{今|いま}から{使|つか}われます。',
  'set-overtaken-title': 'ほかの{人|ひと}が{先|さき}に{保存|ほぞん}しました',
  'set-overtaken':
    '{新|あたら}しい{内容|ないよう}を{読|よ}み{直|なお}しました。あなたが{入力|にゅうりょく}したところは、その{上|うえ}にそのまま{残|のこ}っています。まだ{保存|ほぞん}していません。もう{一|いち}{度|ど}{確|たし}かめてから{保存|ほぞん}してください。',
  'set-changes-none': '{変|か}わるところはありません。',
  'set-changes-title': '{変|か}わるところ',
  'set-value-none': '（なし）',
  'set-hours-closed': '{休|やす}み',
  'set-hours-to': 'から',
  'set-hours-opens': '{開|ひら}く{時刻|じこく}',
  'set-hours-closes': '{閉|し}まる{時刻|じこく}',
  'set-hours-to-weekdays':
    '{月曜|げつよう}{日|ひ}と{同|おな}じ{時間|じかん}を{金曜|きんよう}{日|ひ}まで{入|い}れる',
  'set-day-mon': '{月曜|げつよう}{日|ひ}',
  'set-day-tue': '{火曜|かよう}{日|ひ}',
  'set-day-wed': '{水曜|すいよう}{日|ひ}',
  'set-day-thu': '{木曜|もくよう}{日|ひ}',
  'set-day-fri': '{金曜|きんよう}{日|ひ}',
  'set-day-sat': '{土曜|どよう}{日|ひ}',
  'set-day-sun': '{日曜|にちよう}{日|ひ}',
  'set-day-holiday': '{祝日|しゅくじつ}',
  'set-home-title': '{市|し}の{設定|せってい}',
  'set-home-lead':
    '{市|し}の{予約|よやく}の{決|き}まりと、{施設|しせつ}・{部屋|へや}を{変|か}えます。{保存|ほぞん}する{前|まえ}に、{何|なん}が{変|か}わるかを{必|かなら}ず{見|み}せます。',
  'set-home-office': '{市|し}と{窓口|まどぐち}',
  'set-home-office-note':
    '{市|し}の{名前|なまえ}、{窓口|まどぐち}、メールの{署名|しょめい}、リンク、{言語|げんご}',
  'set-home-texts': '{規約|きやく}と{個人|こじん}{情報|じょうほう}',
  'set-home-texts-note':
    '{利用|りよう}{規約|きやく}、{個人|こじん}{情報|じょうほう}の{扱|あつか}い、その{版|ばん}',
  'set-home-rules': '{予約|よやく}の{決|き}まり',
  'set-home-rules-note':
    '{受付|うけつけ}の{期間|きかん}、{抽選|ちゅうせん}、{件数|けんすう}、{取消|とりけし}、{承認|しょうにん}、{鍵|かぎ}',
  'set-home-venues': '{施設|しせつ}と{部屋|へや}',
  'set-home-venues-note':
    '{施設|しせつ}、{部屋|へや}、{貸|か}し{方|かた}、{開館|かいかん}{時間|じかん}、{休館|きゅうかん}{日|ひ}',
  'set-home-team': '{職員|しょくいん}と{管理|かんり}{者|しゃ}',
  'set-home-team-note': '{招待|しょうたい}、{役割|やくわり}、{外|はず}す',
  'set-home-changes': '{変更|へんこう}の{履歴|りれき}',
  'set-home-changes-note': 'だれが、いつ、{何|なん}を{変|か}えたか',
  'set-changes-by': '{by}が{変|か}えました',
  'set-changes-file': 'ファイルか{機械|きかい}が{変|か}えました',
  'set-changes-city': '{市|し}',
  'set-changes-new': '{新|あたら}しくつくりました',
  'set-changes-empty': 'まだ{変更|へんこう}はありません。',
}
