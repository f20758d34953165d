export type Params = Readonly<Record<string, string | number>>

/** A piece of a text: words, words with their reading, or the place of a parameter. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'ruby'; readonly words: string; readonly reading: string }
  | { readonly kind: 'param'; readonly name: string }

const MARK = /\{([^{}|]+)\|([^{}|]+)\}|\{(\w+)\}/g

/** `{漢字|かんじ}` is ruby, `{name}` a parameter. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const found of text.matchAll(MARK)) {
    const [whole, words, reading, name] = found
    if (found.index > end) pieces.push({ kind: 'words', words: text.slice(end, found.index) })
    if (name !== undefined) pieces.push({ kind: 'param', name })
    else if (words !== undefined && reading !== undefined) pieces.push({ kind: 'ruby', words, reading })
    end = found.index + whole.length
  }
  if (end < text.length) pieces.push({ kind: 'words', words: text.slice(end) })
  return pieces
}

/** The text without readings and with its parameters: for titles, options and names of controls. */
export function plainText(text: string, params: Params = {}): string {
  return piecesOf(text)
    .map(piece => (piece.kind === 'param' ? String(params[piece.name] ?? `{${piece.name}}`) : piece.words))
    .join('')
}
