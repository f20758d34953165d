import { openSync } from 'fontkit'

/** What a font can write of a text. */
export type Letters = {
  /** The text with 〓 for each letter that the font does not have. */
  readonly drawn: (text: string) => string
  /** Whether that was so in any text until now. */
  readonly isMissing: () => boolean
}

// They choose a form of the letter before them, which is drawn in its usual form where the font has no other.
const SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200d]/u

/** A name that no font can write must be seen as such, and is never an empty box or another name. */
export function lettersOf(file: string): Letters {
  const font = openSync(file)
  let isMissing = false
  const isThere = (letter: string) =>
    letter === '\n' || ('characterSet' in font && font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
  return {
    drawn(text) {
      const letters = Array.from(text.normalize('NFC').replaceAll('\t', ' ').replaceAll('\r', ''), letter => {
        if (SELECTOR.test(letter)) return letter
        if (isThere(letter)) return letter
        isMissing = true
        return '〓'
      })
      return letters.join('')
    },
    isMissing: () => isMissing,
  }
}
