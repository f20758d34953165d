import { mailAddressOf, phoneOf, postalCodeOf, readingOf } from '@asaichi/contract/stored-text.ts'
import { normaliseNumber } from './normalise-number.ts'

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
