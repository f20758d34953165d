import { html, raw } from 'hono/html'
import type { CaughtMail } from './caught-mail.ts'

type Html = ReturnType<typeof html>

/** Every mail, newest first. */
export function listPage(mails: readonly CaughtMail[]): Html {
  const rows = mails.map(
    mail => html`<tr>
      <td><time datetime="${mail.receivedAt}">${japaneseTime(mail.receivedAt)}</time></td>
      <td>${mail.to.join(', ')}</td>
      <td><a href="/mails/${mail.id}">${mail.subject === '' ? '（件名なし）' : mail.subject}</a></td>
    </tr>`,
  )
  const table = html`<table>
    <thead><tr><th scope="col">受信</th><th scope="col">あて先</th><th scope="col">件名</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`
  return page(
    '届いたメール',
    html`<h1>届いたメール</h1>
      <p>この町から送られたメールは、外へは出ずにここに届きます。新しい順です。</p>
      ${mails.length === 0 ? html`<p>まだ届いていません。</p>` : table}`,
  )
}

export function mailPage(mail: CaughtMail): Html {
  return page(
    mail.subject,
    html`<p><a href="/">一覧にもどる</a></p>
      <h1>${mail.subject}</h1>
      <dl>
        <dt>あて先</dt><dd>${mail.to.join(', ')}</dd>
        <dt>差出人</dt><dd>${mail.from}</dd>
        <dt>受信</dt><dd><time datetime="${mail.receivedAt}">${japaneseTime(mail.receivedAt)}</time></dd>
      </dl>
      <h2>テキスト</h2>
      <pre>${linked(mail.text)}</pre>
      ${mail.html === '' ? '' : html`<h2>HTML</h2>${framed(mail.html)}`}`,
  )
}

export function missingPage(): Html {
  return page('メールがありません', html`<h1>このメールはありません</h1><p><a href="/">一覧にもどる</a></p>`)
}

/** The mail's own markup runs no script and loads nothing; its links open outside the frame. */
function framed(markup: string): Html {
  return html`<iframe
    title="HTMLの本文"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcdoc="${`<base target="_blank">${markup}`}"
  ></iframe>`
}

function linked(text: string): readonly (string | Html)[] {
  return text
    .split(/(https?:\/\/[^\s<>"'「」（）、。]+)/)
    .map((piece, index) =>
      index % 2 === 1 ? html`<a href="${piece}" target="_blank" rel="noopener">${piece}</a>` : piece,
    )
}

const TIME = new Intl.DateTimeFormat('ja-JP', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Tokyo',
})

function japaneseTime(instant: string): string {
  return TIME.format(new Date(instant))
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>${body}</body>
    </html>`
}

const STYLE = `
  body { font: 16px/1.7 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
  table { width: 100%; border-collapse: collapse }
  th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ccc; vertical-align: top }
  dl { display: grid; grid-template-columns: 6rem 1fr } dd { margin: 0 }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: 1rem }
  iframe { width: 100%; height: 40rem; border: 1px solid #ccc }
`
