import { type Block, cleanLines, type Letter, oneLine, type Signature } from './letter.ts'

const BODY =
  'font-family:sans-serif;font-size:16px;line-height:1.7;color:#1a1a1a;max-width:40em;margin:0 auto;padding:16px'
const CELL = 'text-align:left;vertical-align:top;padding:4px 16px 4px 0;border-bottom:1px solid #ccc'
const CODE = 'font-size:32px;font-weight:bold;letter-spacing:0.15em;margin:4px 0'

/** The letter as HTML that needs no style sheet, no image and no script, and is read aloud in order. */
export function html(letter: Letter): string {
  const subject = escape(oneLine(letter.subject))
  const body = [
    `<h1 style="font-size:20px">${subject}</h1>`,
    `<p>${escape(oneLine(letter.greeting))}</p>`,
    ...letter.blocks.map(blockHtml),
    signatureHtml(letter.signature),
  ]
  return [
    '<!doctype html>',
    `<html lang="${escape(letter.language.tag)}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>`,
    `<body style="${BODY}">`,
    ...body,
    '</body></html>',
  ].join('\n')
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${linesHtml(block.text)}</p>`
    case 'facts':
      return section(block.title, factsHtml(block.rows))
    case 'lines':
      return section(block.title, `<ul>${block.lines.map(item).join('')}</ul>`)
    case 'steps':
      return section(block.title, `<ol>${block.steps.map(item).join('')}</ol>`)
    case 'code':
      return `<p>${escape(oneLine(block.label))}</p><p style="${CODE}">${escape(oneLine(block.code))}</p>`
    case 'link':
      return `<p>${link(block.url, block.label)}</p>`
  }
}

function factsHtml(rows: readonly { readonly label: string; readonly value: string }[]): string {
  const lines = rows.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="${CELL}">${escape(oneLine(label))}</th><td style="${CELL}">${linesHtml(value)}</td></tr>`,
  )
  return `<table style="border-collapse:collapse">${lines.join('')}</table>`
}

function signatureHtml({ office, url, mail, closing }: Signature): string {
  const lines = [
    ...office.map(line => escape(oneLine(line))),
    link(url, url),
    link(`mailto:${oneLine(mail)}`, mail),
  ]
  return `<hr><address style="font-style:normal">${lines.join('<br>')}</address><p>${escape(oneLine(closing))}</p>`
}

function section(title: string, content: string): string {
  return `<h2 style="font-size:18px">${escape(oneLine(title))}</h2>${content}`
}

function item(text: string): string {
  return `<li>${escape(oneLine(text))}</li>`
}

function linesHtml(text: string): string {
  return cleanLines(text).map(escape).join('<br>')
}

// A city's own data could hold any scheme; only these may become a link.
function link(url: string, label: string): string {
  const text = escape(oneLine(label))
  return /^(https?:\/\/|mailto:)/.test(url) ? `<a href="${escape(oneLine(url))}">${text}</a>` : text
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
