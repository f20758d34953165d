import { z } from 'zod'
import { asTyped, isVisible, mailAddressOf } from './stored-text.ts'

// Control, line-separating and bidirectional characters can forge a header, a log line or the look of a name (A2, A4, A94);
// half a surrogate pair is no character, and PostgreSQL refuses it.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

/** One line of a person's own words: as typed, trimmed, with something to see, no control or direction characters. */
export function line(max: number) {
  return z
    .string()
    .max(max * 4)
    .transform(text => asTyped(text).trim())
    .pipe(ownWords(max).refine(text => !FORBIDDEN.test(text), 'control characters'))
}

/** Several lines of a person's own words; line ends become \n. */
export function lines(max: number) {
  return z
    .string()
    .max(max * 4)
    .transform(text => asTyped(text).replace(/\r\n?/g, '\n').trim())
    .pipe(ownWords(max).refine(text => !FORBIDDEN.test(text.replaceAll('\n', '')), 'control characters'))
}

// P13: an invisible letter does not fill a field.
function ownWords(max: number) {
  const filled = (text: string) => text === '' || isVisible(text)
  return z.string().min(1).max(max).refine(filled, 'nothing to see')
}

/** A text that one of stored-text.ts reads, kept in the form it answers. */
export function readBy(read: (text: string) => string | undefined, what: string, max: number) {
  return z
    .string()
    .max(max)
    .transform((text, context) => {
      const kept = read(text)
      if (kept === undefined) context.addIssue({ code: 'custom', message: what })
      return kept ?? z.NEVER
    })
}

export const MailAddress = readBy(mailAddressOf, 'mail address', 400)

/** A city's own words about its halls, as everybody reads them. */
export const PublicText = z.string().max(4000)
export const PublicLine = z.string().max(400)

// A44: a `javascript:` link must not get as far as a page.
export const WebLink = z.url({ protocol: /^https?$/ }).max(400)
