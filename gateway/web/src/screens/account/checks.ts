import { isVisible, mailAddressOf, phoneOf, postalCodeOf, readingOf } from '@asaichi/contract/stored-text.ts'
import type { InputError } from '../../api/routes.ts'
import type { FieldError } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { type Message, say } from '../../i18n/message.ts'
import { type DateParts, dateOfParts } from '../../lib/era.ts'
import { normaliseMail } from '../../lib/normalise.ts'
import { normaliseNumber } from '../../lib/normalise-number.ts'

/** A rule of a field: what to do where its text cannot be sent, else nothing. */
type Rule = (text: string) => Message | undefined

export const isName: Rule = ruled('person.name-wrong', isVisible)
// The API reads these by the same functions, so the form refuses nothing that it would take.
export const isKana: Rule = ruled('person.kana-wrong', text => readingOf(text) !== undefined)
export const isPostalCode: Rule = ruled('person.postal-wrong', text => postalCodeOf(text) !== undefined)
export const isPhone: Rule = ruled('person.phone-wrong', text => phoneOf(text) !== undefined)
export const isMail: Rule = ruled(
  'person.mail-wrong',
  text => mailAddressOf(normaliseMail(text)) !== undefined,
)
export const isNewPassword: Rule = ruled('person.password-short', text => Array.from(text).length >= 8)
export const isPassword: Rule = ruled('person.password-missing', text => text !== '')
export const isMemberNumber: Rule = ruled('person.number-wrong', text => /^\d{7}$/.test(plainNumber(text)))
export const isCode: Rule = ruled('person.code-missing', text => /^\d{6}$/.test(plainNumber(text)))

export function isBirthDate(parts: DateParts): Message | undefined {
  return dateOfParts(parts) === undefined ? say('person.birth-wrong') : undefined
}

/** Digits alone, whatever hyphens and widths were typed. */
export function plainNumber(text: string): string {
  return normaliseNumber(text).replaceAll('-', '')
}

/** A text that only must not be empty. */
export function filled(missing: Key): Rule {
  return ruled(missing, isVisible)
}

/** The broken rules in the order of the fields. */
export function errorsOf<F extends string>(
  found: readonly (readonly [field: F, message: Message | undefined])[],
): readonly FieldError<F>[] {
  return found.flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]))
}

/** Fields the server did not take, by the first part of their path; what has no field here is left out. */
export function serverErrors<F extends string>(
  errors: readonly InputError[] | undefined,
  known: Readonly<Partial<Record<string, readonly [field: F, message: Key]>>>,
): readonly FieldError<F>[] {
  return (errors ?? []).flatMap(({ path }) => {
    const pair = known[path.split('.')[0] ?? '']
    return pair ? [{ field: pair[0], message: say(pair[1]) }] : []
  })
}

function ruled(broken: Key, isRight: (text: string) => boolean): Rule {
  return text => (isRight(text) ? undefined : say(broken))
}
