// Every sign people type as a hyphen on a Japanese keyboard, the long vowel mark among them.
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u23af\u2500\u2501\u30fc\uff0d\uff70\u02d7\ufe58\ufe63]/g

/** Digits and hyphens as the API takes them: `０９０ー１２３４` becomes `090-1234`; other letters stay for the error to show. */
export function normaliseNumber(text: string): string {
  // The half-width vowel mark must become a hyphen before NFKC widens it.
  return text.replace(HYPHENS, '-').normalize('NFKC').replace(HYPHENS, '-').replace(/\s+/g, '')
}

/** A whole number a person typed, or nothing. */
export function wholeNumber(text: string): number | undefined {
  const plain = normaliseNumber(text).replaceAll(',', '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
