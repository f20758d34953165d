import type { InputError } from '../../api/routes.ts'
import type { FieldError } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { type Message, say } from '../../i18n/message.ts'
import { type DateParts, dateOfParts } from '../../lib/era.ts'
import { normaliseKana, normaliseMail, normaliseNumber, normalisePostalCode } from '../../lib/normalise.ts'

/** A rule of a field: what to do where its text cannot be sent, else nothing. */
type Rule = (text: string) => Message | undefined

export const isName: Rule = ruled('person.name-wrong', text => text.trim() !== '')
export const isKana: Rule = ruled('person.kana-wrong', text => /^[ァ-ヶー・　 ]+$/.test(normaliseKana(text)))
export const isPostalCode: Rule = ruled('person.postal-wrong', text =>
  /^\d{3}-\d{4}$/.test(normalisePostalCode(text)),
)
export const isPhone: Rule = ruled('person.phone-wrong', text =>
  /^0\d{1,4}-?\d{1,4}-?\d{3,4}$/.test(normaliseNumber(text)),
)
// The server decides what a mail address is; here only slips are told.
export const isMail: Rule = ruled('person.mail-wrong', text =>
  /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(normaliseMail(text)),
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
  return ruled(missing, text => text.trim() !== '')
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
