/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`, so that a document shows what a command printed. */
export function withBlock(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The document has no place for ${name}: ${begin} … ${end}`)
  return `${document.slice(0, from + begin.length)}\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n\n${document.slice(to)}`
}
