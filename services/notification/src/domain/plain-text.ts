import { type Block, cleanLines, type Letter, oneLine, type Row, type Signature } from './letter.ts'

/** The letter as plain text, for readers and machines without HTML. */
export function plainText({ language, greeting, blocks, signature }: Letter): string {
  const texts = blocks.map(block => blockText(block, language.colon))
  return `${[oneLine(greeting), ...texts, signatureText(signature)].join('\n\n')}\n`
}

function blockText(block: Block, colon: string): string {
  switch (block.kind) {
    case 'paragraph':
      return cleanLines(block.text).join('\n')
    case 'facts':
      return [heading(block.title), ...block.rows.map(row => rowText(row, colon))].join('\n')
    case 'lines':
      return [heading(block.title), ...block.lines.map(oneLine)].join('\n')
    case 'steps':
      return [
        heading(block.title),
        ...block.steps.map((step, index) => `${index + 1}. ${oneLine(step)}`),
      ].join('\n')
    case 'code':
      return `${oneLine(block.label)}${colon}${oneLine(block.code)}`
    case 'link':
      return `${oneLine(block.label)}\n${oneLine(block.url)}`
  }
}

// Lines of one value are indented, so that nothing a person writes can pass for a line of the mail.
function rowText({ label, value }: Row, colon: string): string {
  return `${label}${colon}${cleanLines(value).join('\n　　')}`
}

function heading(title: string): string {
  return `■ ${oneLine(title)}`
}

function signatureText({ office, url, mail, closing }: Signature): string {
  const lines = ['――――――――――', ...office, url, ...(mail === null ? [] : [mail])].map(oneLine)
  return [...lines, ...(closing === null ? [] : ['', oneLine(closing)])].join('\n')
}
