import { html } from 'hono/html'
import { type Block, cleanLines, type Letter, oneLine, type Row, type Signature } from './letter.ts'

const BODY =
  'font-family:sans-serif;font-size:16px;line-height:1.7;color:#1a1a1a;max-width:40em;margin:0 auto;padding:16px'
const CELL = 'text-align:left;vertical-align:top;padding:4px 16px 4px 0;border-bottom:1px solid #ccc'
const CODE = 'font-size:32px;font-weight:bold;letter-spacing:0.15em;margin:4px 0'

/** A piece of the page. What is put into one is escaped, unless it is such a piece itself. */
type Markup = ReturnType<typeof html>

/** The letter as HTML that needs no style sheet, no image and no script, and is read aloud in order. */
export function letterHtml({ language, subject, greeting, blocks, signature }: Letter): string {
  const title = oneLine(subject)
  const page = html`<!doctype html>
<html lang="${language.tag}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="${BODY}">
<h1 style="font-size:20px">${title}</h1>
<p>${oneLine(greeting)}</p>
${joined(blocks.map(blockHtml), html`\n`)}
${signatureHtml(signature)}
</body></html>`
  if (page instanceof Promise) throw new Error('a letter holds nothing that has to be waited for')
  return page.toString()
}

function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${linesHtml(block.text)}</p>`
    case 'facts':
      return section(
        block.title,
        html`<table style="border-collapse:collapse">${block.rows.map(rowHtml)}</table>`,
      )
    case 'lines':
      return section(block.title, html`<ul>${block.lines.map(item)}</ul>`)
    case 'steps':
      return section(block.title, html`<ol>${block.steps.map(item)}</ol>`)
    case 'code':
      return html`<p>${oneLine(block.label)}</p><p style="${CODE}">${oneLine(block.code)}</p>`
    case 'link':
      return html`<p>${link(block.url, block.label)}</p>`
  }
}

function rowHtml({ label, value }: Row): Markup {
  return html`<tr><th scope="row" style="${CELL}">${oneLine(label)}</th><td style="${CELL}">${linesHtml(value)}</td></tr>`
}

function signatureHtml({ office, url, mail, closing }: Signature): Markup {
  const lines = [
    ...office.map(oneLine),
    link(url, url),
    ...(mail === null ? [] : [link(`mailto:${oneLine(mail)}`, mail)]),
  ]
  const end = closing === null ? '' : html`<p>${oneLine(closing)}</p>`
  return html`<hr><address style="font-style:normal">${joined(lines, html`<br>`)}</address>${end}`
}

function section(title: string, content: Markup): Markup {
  return html`<h2 style="font-size:18px">${oneLine(title)}</h2>${content}`
}

function item(text: string): Markup {
  return html`<li>${oneLine(text)}</li>`
}

function linesHtml(text: string): readonly (string | Markup)[] {
  return joined(cleanLines(text), html`<br>`)
}

// A city's own data could hold any scheme; only these may become a link.
function link(url: string, label: string): string | Markup {
  const text = oneLine(label)
  return /^(https?:\/\/|mailto:)/.test(url) ? html`<a href="${oneLine(url)}">${text}</a>` : text
}

function joined(pieces: readonly (string | Markup)[], separator: Markup): readonly (string | Markup)[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
}
