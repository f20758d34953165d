export type Params = Readonly<Record<string, string | number>>

/** A piece of a text: words, words with their reading, or the place of a parameter. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'ruby'; readonly words: string; readonly reading: string }
  | { readonly kind: 'param'; readonly name: string }

const MARK = /\{([^{}|]+)\|([^{}|]+)\}|\{(\w+)(?::([^{}]+))?\}/g

/**
 * `{漢字|かんじ}` is ruby, `{name}` a parameter, `{name:one=person,other=people}` the word that fits the parameter's number in the
 * language of that tag, by the categories of `Intl.PluralRules`.
 */
export function piecesOf(
  text: string,
  params: Readonly<Record<string, unknown>> = {},
  tag = 'ja',
): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const found of text.matchAll(MARK)) {
    const [whole, words, reading, name, forms] = found
    if (found.index > end) pieces.push({ kind: 'words', words: text.slice(end, found.index) })
    if (name !== undefined && forms !== undefined)
      pieces.push({ kind: 'words', words: formFor(Number(params[name]), forms, tag) })
    else if (name !== undefined) pieces.push({ kind: 'param', name })
    else if (words !== undefined && reading !== undefined) pieces.push({ kind: 'ruby', words, reading })
    end = found.index + whole.length
  }
  if (end < text.length) pieces.push({ kind: 'words', words: text.slice(end) })
  return pieces
}

/** Every parameter that a text shows or counts. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)[:}]/g)].map(([, name = '']) => name)
}

/** The text with its parameters and without readings: for titles, options and names of controls. */
export function plainText(text: string, params: Params = {}, tag?: string): string {
  return piecesOf(text, params, tag)
    .map(piece => (piece.kind === 'param' ? String(params[piece.name] ?? `{${piece.name}}`) : piece.words))
    .join('')
}

/** The same with readings in brackets, as in a mail: `予約（よやく）`. */
export function bracketText(text: string, params: Params = {}, tag?: string): string {
  return piecesOf(text, params, tag)
    .map(piece => {
      if (piece.kind === 'param') return String(params[piece.name] ?? '')
      return piece.kind === 'ruby' ? `${piece.words}（${piece.reading}）` : piece.words
    })
    .join('')
}

const rules = new Map<string, Intl.PluralRules>()

function formFor(number: number, forms: string, tag: string): string {
  const rule = rules.get(tag) ?? new Intl.PluralRules(tag)
  rules.set(tag, rule)
  const words = new Map(forms.split(',').map(form => form.split('=') as [string, string]))
  return words.get(rule.select(number)) ?? words.get('other') ?? ''
}
