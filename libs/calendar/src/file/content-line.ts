const MOST_OCTETS = 75

/** One content line of RFC 5545 3.1, its CRLF included, folded so that no line is longer than 75 octets. */
export function contentLine(name: string, value: string): string {
  const lines: string[] = []
  let line = ''
  let octets = 0
  // By code point: a fold inside one would leave two halves that are no UTF-8.
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character)
    if (octets + size > MOST_OCTETS) {
      lines.push(line)
      line = ' '
      octets = 1
    }
    line += character
    octets += size
  }
  return [...lines, line].map(each => `${each}\r\n`).join('')
}

/** A TEXT value (RFC 5545 3.3.11); other control characters have no place in one. */
export function escapedText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, character => `\\${character}`)
    .replaceAll('\n', '\\n')
}
