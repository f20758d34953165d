import { mailAddressOf, phoneOf, postalCodeOf, readingOf } from '@asaichi/contract/stored-text.ts'

// Every sign people type as a hyphen on a Japanese keyboard, the long vowel mark among them.
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u23af\u2500\u2501\u30fc\uff0d\uff70\u02d7\ufe58\ufe63]/g

/** Digits and hyphens as the API takes them: `０９０ー１２３４` becomes `090-1234`; other letters stay for the error to show. */
export function normaliseNumber(text: string): string {
  // The half-width vowel mark must become a hyphen before NFKC widens it.
  return text.replace(HYPHENS, '-').normalize('NFKC').replace(HYPHENS, '-').replace(/\s+/g, '')
}

/** A telephone number as the API keeps it; what is none only becomes half-width. */
export function normalisePhone(text: string): string {
  return phoneOf(text) ?? normaliseNumber(text)
}

/** `1810001` and `〒１８１ー０００１` become `181-0001`; what is no post code only becomes half-width. */
export function normalisePostalCode(text: string): string {
  return postalCodeOf(text) ?? normaliseNumber(text.replace('〒', ''))
}

/** A mail address in half-width letters without spaces, but those in quotes belong to it. */
export function normaliseMail(text: string): string {
  const plain = text.normalize('NFKC').trim()
  return mailAddressOf(plain) === undefined ? plain.replace(/\s+/g, '') : plain
}

/** Hiragana and half-width kana become full-width katakana; what is no reading stays for the error to show. */
export function normaliseKana(text: string): string {
  return readingOf(text) ?? text.trim()
}

/** A whole number a person typed, or nothing. */
export function wholeNumber(text: string): number | undefined {
  const plain = normaliseNumber(text).replaceAll(',', '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
