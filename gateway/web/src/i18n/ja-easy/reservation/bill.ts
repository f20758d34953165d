import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/reservation/bill.ts'

export const texts: Translation<typeof ja> = {
  'bill-invoice-title': '{請求書|せいきゅうしょ}（{払|はら}うお{金|かね}の{紙|かみ}）',
  'bill-receipt-title': '{領収書|りょうしゅうしょ}（{払|はら}ったことの{紙|かみ}）',
  'bill-title': '{払|はら}うお{金|かね}',
  'bill-unpaid': '{owed}を{払|はら}ってください。{due}までです。',
  'bill-overdue':
    '{払|はら}う{日|ひ}（{due}）を{過|す}ぎました。すぐに{owed}を{払|はら}うか、{市|し}の{窓口|まどぐち}に{電話|でんわ}してください。',
  'bill-part-paid': '{paid}をもらいました。あと{owed}を{払|はら}ってください。{due}までです。',
  'bill-paid': '{paid}をもらいました。もう{払|はら}わなくていいです。',
  'bill-to-refund': '{owed}を{返|かえ}します。{市|し}の{窓口|まどぐち}から{連絡|れんらく}します。',
  'bill-closed': '{払|はら}うお{金|かね}はありません。',
  'bill-to-invoice': '{請求書|せいきゅうしょ}を{見|み}る（{印刷|いんさつ}できます）',
  'bill-to-receipt': '{領収書|りょうしゅうしょ}を{見|み}る（{印刷|いんさつ}できます）',
  'bill-print': '{印刷|いんさつ}する',
  'bill-pdf': 'PDFで もらう',
  'bill-see-booking': '{予約|よやく}を{見|み}る',
  'bill-to': '{name}さん',
  'bill-number': '{番号|ばんごう}：{number}',
  'bill-issued-on': '{作|つく}った{日|ひ}：{day}',
  'bill-received-on': 'もらった{日|ひ}：{day}',
  'bill-invoice-lead': 'このお{金|かね}を{払|はら}ってください。',
  'bill-difference-lead':
    '{予約|よやく}が{変|か}わったので、{足|た}りないお{金|かね}を{払|はら}ってください。',
  'bill-receipt-lead': '{部屋|へや}を{使|つか}うお{金|かね}をもらいました。',
  'bill-amount': '{払|はら}うお{金|かね}',
  'bill-received': 'もらったお{金|かね}',
  'bill-due': 'この{日|ひ}までに{払|はら}ってください',
  'bill-what': '{何|なに}のお{金|かね}',
  'bill-account': 'お{金|かね}を{送|おく}る{銀行|ぎんこう}',
  'bill-transfer':
    '{銀行|ぎんこう}で{払|はら}うときは、{名前|なまえ}の{前|まえ}に{番号|ばんごう}を{書|か}いてください。',
  'bill-tax': '{percent}%：{yen}（この{中|なか}の{消費税|しょうひぜい} {tax}）',
  'bill-tax-name': '{消費税|しょうひぜい}',
  'bill-registration': '{登録番号|とうろくばんごう}：{number}',
  'bill-no-invoice': '{今|いま}、{請求書|せいきゅうしょ}はありません。',
  'bill-no-receipt': 'まだお{金|かね}をもらっていません。',
  'bill-cancel-free': '{取|と}り{消|け}しにお{金|かね}はいりません（0{円|えん}）。',
  'bill-cancel-unpaid': '{取|と}り{消|け}すと、お{金|かね}は{払|はら}わなくていいです。',
  'bill-cancel-refund': 'もらった{paid}の{中|なか}から{refund}を{返|かえ}します。',
  'bill-cancel-no-refund': 'もらった{paid}は{返|かえ}せません。',
}
