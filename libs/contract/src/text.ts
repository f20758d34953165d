import { z } from 'zod'

// Control, line-separating and bidirectional characters can forge a header, a log line or the look of a name (A2, A4, A94);
// half a surrogate pair is no character, and PostgreSQL refuses it.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

/** One line of a person's own words: NFC, trimmed, no control or direction characters. */
export function line(max: number) {
  return z
    .string()
    .max(max * 4)
    .transform(text => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine(text => !FORBIDDEN.test(text), 'control characters'),
    )
}

/** Several lines of a person's own words; line ends become \n. */
export function lines(max: number) {
  return z
    .string()
    .max(max * 4)
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine(text => !FORBIDDEN.test(text.replaceAll('\n', '')), 'control characters'),
    )
}

export const MailAddress = z
  .email()
  .max(254)
  .transform(text => text.toLowerCase())

/** A city's own words about its halls, as everybody reads them. */
export const PublicText = z.string().max(4000)
export const PublicLine = z.string().max(400)

// A44: a `javascript:` link must not get as far as a page.
export const WebLink = z.url({ protocol: /^https?$/ }).max(400)
