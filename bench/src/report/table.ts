/** Rows as text, columns as wide as their widest cell; the first column leans left, the others right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map(row => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => padded(cell, { width: widths[column] ?? 0, left: column === 0 })).join('  ')
  const rule = widths.map(width => '-'.repeat(width)).join('  ')
  return [line(head), rule, ...rows.map(line)].map(text => text.trimEnd()).join('\n')
}

/** Three significant digits, without an exponent. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return 'none'
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)))
  return value.toFixed(Math.min(digits, 3))
}

function padded(cell: string, { width, left }: { readonly width: number; readonly left: boolean }): string {
  const space = ' '.repeat(Math.max(0, width - cell.length))
  return left ? cell + space : space + cell
}
