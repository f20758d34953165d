const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g

/** A stretch of text; one with a `path` is an address of this site. */
type Piece = { readonly text: string; readonly path?: string }

/** Cuts a text at the addresses that lead to `origin`; whatever leads elsewhere stays plain text. */
export function linesWithLinks(text: string, origin: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const found of text.matchAll(ADDRESS)) {
    const path = pathAt(found[0], origin)
    if (path === undefined) continue
    if (found.index > end) pieces.push({ text: text.slice(end, found.index) })
    pieces.push({ text: found[0], path })
    end = found.index + found[0].length
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces
}

function pathAt(address: string, origin: string): string | undefined {
  try {
    const url = new URL(address)
    return url.origin === origin ? url.pathname + url.search + url.hash : undefined
  } catch {
    return undefined
  }
}
