/** T14: two ways to write one event's name; hiragana and katakana are told apart by neither eye nor ear of who searches. */
export function eventWords(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
  return Array.from(plain, letter => KATAKANA[HIRAGANA.indexOf(letter)] ?? letter).join('')
}

/** For SQL's `translate`, which has to say the same. */
export const HIRAGANA = Array.from({ length: 0x3096 - 0x3041 + 1 }, (_, nr) =>
  String.fromCodePoint(0x3041 + nr),
).join('')
export const KATAKANA = Array.from(HIRAGANA, letter =>
  String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60),
).join('')
