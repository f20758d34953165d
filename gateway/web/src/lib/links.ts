/** A stretch of text; one with an `href` leads somewhere. */
type Piece = { readonly text: string; readonly href?: string }

const MAYBE = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\d０-９][\d０-９‐－-]*[\d０-９]/g
const PHONE = /^0\d{1,4}-\d{1,4}-\d{3,4}$|^0(?:120|800)-\d{2,3}-\d{3,4}$/
/** What ends a sentence is no part of the address in it. */
const TAIL = /[.,;:!?)'\]]+$/

/** Cuts a text at the addresses and telephone numbers in it: `http(s):` and `tel:` alone, never what the words could make of it. */
export function linksIn(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(MAYBE)) {
    const piece = pieceOf(found)
    if (!piece) continue
    if (index > end) pieces.push({ text: text.slice(end, index) })
    pieces.push(piece)
    end = index + piece.text.length
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces
}

function pieceOf(found: string): Piece | undefined {
  if (!found.startsWith('http')) {
    const number = found.normalize('NFKC').replaceAll('‐', '-')
    return PHONE.test(number) ? { text: found, href: `tel:${number.replaceAll('-', '')}` } : undefined
  }
  const address = found.replace(TAIL, '')
  try {
    const { protocol, hostname, href } = new URL(address)
    return /^https?:$/.test(protocol) && hostname !== '' ? { text: address, href } : undefined
  } catch {
    return undefined
  }
}
