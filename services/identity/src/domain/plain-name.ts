/** How a name is compared: width, capitals and spaces are how it is written, not what it is. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
}

/** ひらがな as the カタカナ names are registered with. */
export function katakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/gu, letter => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
}
