import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTRY, FACTS, FRAME, INVOICE, wish } from '../../tests/sample-letter.ts'
import type { WithDoors } from '../about/doors.ts'
import type { ReservationFacts } from '../about/reservation.ts'
import type { MailText } from '../domain/compose.ts'
import type { Frame } from '../domain/letter.ts'
import { loginCode } from './account/login-code.ts'
import { permissionChanged } from './account/permission-changed.ts'
import { entryReceived } from './entry-received.ts'
import { entryResult } from './entry-result.ts'
import { invoiceIssued } from './invoices/invoice-issued.ts'
import { reservationApproved } from './reservation-approved.ts'
import { reservationRefused } from './reservation-refused.ts'

const APPROVED: WithDoors = {
  facts: FACTS,
  doors: [{ doorName: '1階洋室', code: '807612', from: FACTS.startsAt, to: FACTS.endsAt }],
}

test('C: the whole mail as text', () => {
  const facts = { code: '048291', expiresAt: '2024-11-03T05:05:30.000Z', purpose: 'login' } as const
  expect(loginCode.write(facts, FRAME, 'ja').text).toMatchInlineSnapshot(`
    "山田 花子 様

    ログインの画面に、次の6桁の数字を入れてください。

    認証番号：048291

    この番号は3分間、14:05:30まで使えます。
    時間が過ぎたときは、もう一度ログインすると新しい番号が届きます。

    市の職員がこの番号をおたずねすることはありません。ログインした覚えがないときは、この番号を誰にも教えず、パスワードを変えてください。

    ――――――――――
    三鷹市 試験課
    住所：三鷹市野崎1-1-1
    電話：0422-00-0000
    SMS：080-0000-0000
    受付時間：平日 08:30～17:15
    https://mitaka.example.jp
    office@mitaka.example.jp

    このメールは送信専用です。お問い合わせは、上の窓口へお願いします。
    "
  `)
})

test('H, G10: what was ordered with the room stands in the mail, in its reader’s language', () => {
  const translations = { en: { name: 'Projector' } }
  const options = [{ optionId: 'projector', name: 'プロジェクター', count: 1, yen: 500, translations }]
  const approved = { ...APPROVED, facts: { ...FACTS, options } }
  expect(reservationApproved.write(approved, FRAME, 'ja').text).toContain('付帯設備：プロジェクター × 1\n')
  expect(reservationApproved.write(approved, FRAME, 'en').text).toContain('Option: Projector × 1\n')
})

test('H, M26, M27: the whole mail as text', () => {
  expect(textWithoutSignature(reservationApproved.write(APPROVED, FRAME, 'ja'))).toMatchInlineSnapshot(`
    "山田 花子 様

    三鷹市が承認し、予約が確定しました。

    ■ 予約の内容
    予約番号：789564
    予約の状況：本予約（予約確定）
    会場：井の頭東部地区公会堂 1階洋室
    利用日：2024年（令和6年）12月1日（日）
    時間：09:00～12:00
    住所：三鷹市井の頭1-1-1
    イベント名：町会の役員会
    利用人数：10人
    備考：井の頭町会
    　　役員会

    ■ ドアの鍵の番号
    1階洋室「807612」（利用可能時間：09:00～12:00）

    番号はドアごとに違うことがあります。終わりの時刻を過ぎると開きませんので、忘れ物のないようにお帰りください。
    番号は、いっしょに利用する方のほかには教えないでください。

    ■ ドアの開け方
    1. 鍵の中央にある四角いボタンを、続けて2回押します。
    2. 数字が光ったら、鍵の番号を左の数字から順に押します。
    3. 最後に、右下の「E」を押します。正しい番号なら鍵が開きます。

    ■ ドアの閉め方
    外から閉めるとき：四角いボタンを1回押します。
    中から閉めるとき：つまみを回します。
    自動で閉まる設定のドアは、しばらくすると自分で閉まります。

    この予約のページ（確認・取り消し）
    https://asaichi.example.jp/reservations/01930000-0000-7000-8000-000000000001

    会場のページ
    https://asaichi.example.jp/venues/inokashira
    "
  `)
})

test('D, M19: the whole mail of an entry with two wishes as text', () => {
  expect(textWithoutSignature(entryReceived.write(ENTRY, FRAME, 'ja'))).toMatchInlineSnapshot(`
    "山田 花子 様

    抽選の申込みを受け付けました。
    抽選はこれからで、利用できるかどうかはまだ決まっていません。

    ■ 申込みの内容
    申込みの状況：抽選前
    抽選結果の発表：2024年（令和6年）11月3日（日）07:00
    第1希望：井の頭東部地区公会堂 1階洋室
    利用日：2024年（令和6年）12月1日（日）
    時間：09:00～12:00
    住所：三鷹市井の頭1-1-1
    第2希望：井の頭東部地区公会堂 2階和室
    利用日：2024年（令和6年）12月1日（日）
    時間：09:00～12:00
    イベント名：町会の役員会
    利用人数：10人
    備考：井の頭町会
    　　役員会

    申込みの早い遅いは、当選のしやすさに関係しません。結果は、発表の時刻にメールでもお知らせします。

    この申込みは、2024年（令和6年）11月2日（土）24:00まで取り消すことができます。

    この申込みのページ（確認・取り消し）
    https://asaichi.example.jp/entries/a2c1d7f0-93b4-4e6a-8d25-0f6e1b9c3a57

    会場のページ
    https://asaichi.example.jp/venues/inokashira
    "
  `)
})

test('E, M20, G7: the whole mail as text', () => {
  const facts: ReservationFacts = {
    ...FACTS,
    status: 'pending',
    number: null,
    confirmBy: '2024-11-10T15:00:00.000Z',
  }
  expect(
    textWithoutSignature(entryResult.write({ outcome: 'won', entry: ENTRY, facts }, FRAME, 'ja')),
  ).toMatchInlineSnapshot(`
    "山田 花子 様

    申込みの抽選が行われ、当選しました。

    今は仮予約（承認待ち）です。三鷹市が承認するまでは、まだ確定していません。承認されないこともあります。

    2024年（令和6年）11月10日（日）24:00までに、下の予約のページで「利用する」ことを確定してください。確定されないときは、当選が取り消されます。

    承認の期限は、2024年（令和6年）12月1日（日）09:00です。結果はメールでお知らせします。

    ■ 当選した内容
    抽選の結果：当選
    予約の状況：仮予約（承認待ち）
    会場：井の頭東部地区公会堂 1階洋室
    利用日：2024年（令和6年）12月1日（日）
    時間：09:00～12:00
    住所：三鷹市井の頭1-1-1
    イベント名：町会の役員会
    利用人数：10人
    備考：井の頭町会
    　　役員会

    この予約のページ（確認・取り消し）
    https://asaichi.example.jp/reservations/01930000-0000-7000-8000-000000000001

    会場のページ
    https://asaichi.example.jp/venues/inokashira

    抽選の順番と、その確かめ方
    https://asaichi.example.jp/entries/a2c1d7f0-93b4-4e6a-8d25-0f6e1b9c3a57
    "
  `)
})

test('F, M18, M20: the whole mail as text', () => {
  const entry = { ...ENTRY, wishes: [wish({})] }
  expect(
    textWithoutSignature(
      entryResult.write({ outcome: 'lost', entry, firstComeAt: '2024-11-02T22:00:00.000Z' }, FRAME, 'ja'),
    ),
  ).toMatchInlineSnapshot(`
    "山田 花子 様

    申込みの抽選が行われましたが、今回は落選となりました。この申込みではご利用になれません。

    ■ 申込みの内容
    抽選の結果：落選
    会場：井の頭東部地区公会堂 1階洋室
    利用日：2024年（令和6年）12月1日（日）
    時間：09:00～12:00
    住所：三鷹市井の頭1-1-1
    イベント名：町会の役員会
    利用人数：10人
    備考：井の頭町会
    　　役員会

    同じ日に空いている時間があれば、先着順で予約を申し込めます。先着順の受付の始まりは、2024年（令和6年）11月3日（日）07:00です。

    会場の空き状況を見る
    https://asaichi.example.jp/venues/inokashira

    抽選の順番と、その確かめ方
    https://asaichi.example.jp/entries/a2c1d7f0-93b4-4e6a-8d25-0f6e1b9c3a57
    "
  `)
})

test('Q, M14: the whole mail as text', () => {
  expect(textWithoutSignature(invoiceIssued.write(INVOICE, FRAME, 'ja'))).toMatchInlineSnapshot(`
    "山田 花子 様

    予約が確定しましたので、利用料金の請求書をお送りします。支払期限までにお支払いください。

    ■ 請求の内容
    請求書番号：2024-000012
    発行日：2024年（令和6年）11月10日（日）
    支払期限：2024年（令和6年）11月24日（日）
    請求額：1,800円
    うち消費税（10%）：163円
    振込先：試験銀行 三鷹支店
    　　普通 1234567 ミタカシ
    発行者：三鷹市長
    登録番号：T1234567890123

    振り込むときは、お名前の前に請求書番号を入れてください。行き違いでお支払い済みのときは、ご容赦ください。

    ■ 対象の予約
    会場：井の頭東部地区公会堂 1階洋室
    利用日：2024年（令和6年）12月1日（日）
    時間：09:00～12:00
    住所：三鷹市井の頭1-1-1

    請求書を開く（印刷できます）
    https://asaichi.example.jp/reservations/01930000-0000-7000-8000-000000000001/invoice
    "
  `)
})

function textWithoutSignature({ text }: MailText): string {
  return text.split('\n――――――――――\n')[0] ?? ''
}

test('I: the whole mail as HTML', () => {
  expect(
    permissionChanged.write({ status: 'returned', reason: 'A & B <c>' }, FRAME, 'ja').html,
  ).toMatchInlineSnapshot(`
    "<!doctype html>
    <html lang="ja">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>【三鷹市】施設の利用申請が差し戻されました</title></head>
    <body style="font-family:sans-serif;font-size:16px;line-height:1.7;color:#1a1a1a;max-width:40em;margin:0 auto;padding:16px">
    <h1 style="font-size:20px">【三鷹市】施設の利用申請が差し戻されました</h1>
    <p>山田 花子 様</p>
    <p>三鷹市の施設の利用申請は、差し戻しになりました。<br>まだ予約の申込みはできません。</p>
    <h2 style="font-size:18px">差し戻しの理由</h2><table style="border-collapse:collapse"><tr><th scope="row" style="text-align:left;vertical-align:top;padding:4px 16px 4px 0;border-bottom:1px solid #ccc">理由</th><td style="text-align:left;vertical-align:top;padding:4px 16px 4px 0;border-bottom:1px solid #ccc">A &amp; B &lt;c&gt;</td></tr></table>
    <p>内容をご確認のうえ、もう一度申請してください。わからないことは、下の窓口へご連絡ください。</p>
    <p><a href="https://asaichi.example.jp/permission?city=mitaka">利用申請のページを開く</a></p>
    <hr><address style="font-style:normal">三鷹市 試験課<br>住所：三鷹市野崎1-1-1<br>電話：0422-00-0000<br>SMS：080-0000-0000<br>受付時間：平日 08:30～17:15<br><a href="https://mitaka.example.jp">https://mitaka.example.jp</a><br><a href="mailto:office@mitaka.example.jp">office@mitaka.example.jp</a></address><p>このメールは送信専用です。お問い合わせは、上の窓口へお願いします。</p>
    </body></html>"
  `)
})

test('A2, A81: no words of a person can become markup, a header or a heading of the mail', () => {
  const hostile = (more: readonly string[]) =>
    fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '\r', '\n', '\u2028', '\u202e', 'a', ...more),
    })
  const refusal = (words: string, frame: Frame) => {
    const facts = { ...FACTS, reason: words, eventName: words, note: words, spaceName: words }
    return reservationRefused.write(facts, frame, 'ja')
  }
  const harmless = refusal('a', FRAME)
  fc.assert(
    fc.property(hostile([]), hostile(['■']), (name, words) => {
      const { subject, text, html } = refusal(words, { ...FRAME, name, city: { ...FRAME.city, name } })
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
      expect(text).not.toMatch(/[\r\u2028\u202e]/)
      expect(headingsOf(text)).toEqual(headingsOf(harmless.text))
      expect(tagsOf(html)).toEqual(tagsOf(harmless.html))
    }),
  )
})

function headingsOf(text: string): readonly string[] {
  return text.split('\n').filter(line => line.startsWith('■'))
}

// Line breaks are the only tags a person's own words may bring.
function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z!][^>]*>/g)].map(([tag]) => tag).filter(tag => tag !== '<br>')
}

test('a signature whose address is no web page stays text', () => {
  const office = { ...FRAME.city.office, url: 'javascript:alert(1)' }
  const { html } = reservationApproved.write(APPROVED, { ...FRAME, city: { ...FRAME.city, office } }, 'ja')
  expect(html).not.toContain('href="javascript')
})
