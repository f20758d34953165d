import type { City } from '@asaichi/contract/catalog/city.ts'

/** One line of a list of facts; the value may have several lines where a person wrote them. */
export type Row = { readonly label: string; readonly value: string }

/** What a mail is made of, before it is text or HTML. All strings are plain: the renderers escape. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly title: string; readonly rows: readonly Row[] }
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'steps'; readonly title: string; readonly steps: readonly string[] }
  | { readonly kind: 'code'; readonly label: string; readonly code: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }

export type Letter = {
  /** Of the texts, BCP 47. */
  readonly language: string
  readonly subject: string
  readonly greeting: string
  readonly blocks: readonly Block[]
  readonly signature: Signature
}

/** What differs from mail to mail. */
export type Body = Pick<Letter, 'subject' | 'blocks'>

export type Signature = {
  readonly office: readonly string[]
  readonly url: string
  readonly mail: string
  readonly closing: string
}

export type SigningCity = {
  readonly cityId: string
  readonly name: string
  readonly office: City['office']
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** `abcd-efgh-jkmn`: what is read off one screen and typed into another. */
export function inFours(code: string): string {
  return code.replace(/(.{4})(?=.)/gu, '$1-')
}

/** One line without control or direction characters, whoever wrote it: what a header or a label may hold (A2, A81). */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** The lines of a text of several, each clean. */
export function cleanLines(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).map(oneLine)
}
