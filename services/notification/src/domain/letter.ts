import type { Language } from '@asaichi/contract/actor.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { NameTranslations } from '@asaichi/contract/translations.ts'

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

/** A text that goes along as a file. */
export type Attachment = Readonly<Record<'name' | 'mediaType' | 'text', string>>

/** What differs from mail to mail. */
export type Body = { readonly subject: string; readonly blocks: readonly Block[] }

/** What is the same in every mail of a language. */
export type MailLanguage = {
  /** Of the texts, BCP 47. */
  readonly tag: string
  readonly colon: string
  readonly subject: (subject: string, city: string) => string
  readonly greeting: (name: string) => string
  /** What the lines of the office are called. */
  readonly office: Readonly<Record<'address' | 'phone' | 'sms' | 'hours', string>>
  readonly closing: string
  /** W6: the closing of the same on paper, for who has no mail. */
  readonly closingOnPaper: string
}

export type SigningCity = {
  readonly cityId: string
  readonly name: string
  /** Null for who runs the installation, who has no desk that anybody could ask. */
  readonly office: City['office'] | null
  readonly translations?: NameTranslations
}

/** V7: how the city signs in the reader's language, as far as it says so. */
export function signingIn(city: SigningCity, language: Language): SigningCity {
  if (language === 'ja') return city
  const { name, office, translations } = city
  const own = office?.translations?.[language]
  return {
    ...city,
    name: translations?.[language]?.name ?? name,
    office: office && { ...office, name: own?.name ?? office.name, hours: own?.hours ?? office.hours },
  }
}

/** Around the facts: who signs, who is addressed, and where the pages are (no trailing slash). */
export type Frame = { readonly city: SigningCity; readonly name: string; readonly publicUrl: string }

export type Letter = Body & {
  readonly language: MailLanguage
  readonly greeting: string
  readonly signature: Signature
}

export type Signature = {
  readonly office: readonly string[]
  readonly url: string
  readonly mail: string | null
  readonly closing: string | null
}

export function letterOf({ subject, blocks }: Body, frame: Frame, language: MailLanguage): Letter {
  const { city, name } = frame
  return {
    language,
    subject: language.subject(subject, city.name),
    greeting: language.greeting(name),
    blocks,
    signature: signatureOf(frame, language),
  }
}

function signatureOf(
  { city: { name, office }, publicUrl }: Frame,
  { office: labels, colon, closing }: MailLanguage,
): Signature {
  if (office === null) return { office: [name], url: publicUrl, mail: null, closing: null }
  return {
    office: [
      office.name,
      `${labels.address}${colon}${office.address}`,
      `${labels.phone}${colon}${office.phone}`,
      ...(office.sms === null ? [] : [`${labels.sms}${colon}${office.sms}`]),
      `${labels.hours}${colon}${office.hours}`,
    ],
    url: office.url,
    mail: office.mail,
    closing,
  }
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
