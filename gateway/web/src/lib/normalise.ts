// Every sign people type as a hyphen on a Japanese keyboard, the long vowel mark among them.
const HYPHENS = /[\u2010-\u2015\u2212\u30fc\uff0d\uff70\u02d7\ufe58\ufe63]/g

/** Digits and hyphens as the API takes them: `０９０ー１２３４` becomes `090-1234`; other letters stay for the error to show. */
export function normaliseNumber(text: string): string {
  // The half-width vowel mark must become a hyphen before NFKC widens it.
  return text.replace(HYPHENS, '-').normalize('NFKC').replace(HYPHENS, '-').replace(/\s+/g, '')
}

/** `1810001` and `〒１８１ー０００１` become `181-0001`; what is no post code only becomes half-width. */
export function normalisePostalCode(text: string): string {
  const plain = normaliseNumber(text.replace('〒', ''))
  const digits = plain.replaceAll('-', '')
  return /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : plain
}

/** A mail address in half-width letters without spaces. */
export function normaliseMail(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Hiragana and half-width kana become full-width katakana; names of other scripts stay as they are. */
export function normaliseKana(text: string): string {
  const wide = text.normalize('NFKC').replace(/[-\u2010-\u2015\u2212](?=[\u3041-\u30ff]|$)/g, 'ー')
  const katakana = wide.replace(/[\u3041-\u3096]/g, letter =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60),
  )
  return katakana.replace(/\s+/g, ' ').trim()
}

/** A whole number a person typed, or nothing. */
export function wholeNumber(text: string): number | undefined {
  const plain = normaliseNumber(text).replaceAll(',', '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
