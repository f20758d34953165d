import { isVisible } from '@asaichi/contract/stored-text.ts'
import type { FieldError } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { dateOfParts, NO_DATE } from '../../../lib/era.ts'
import { normaliseKana, normalisePhone, normalisePostalCode } from '../../../lib/normalise.ts'
import { errorsOf, filled, isBirthDate, isKana, isName, isPhone, isPostalCode } from '../../account/checks.ts'

export const LANGUAGES = ['ja', 'ja-easy', 'en'] as const
export const WAYS = ['counter', 'phone'] as const
export const PERMISSIONS = ['approved', 'applied'] as const

export const NOBODY = {
  name: '',
  kana: '',
  birth: NO_DATE,
  postalCode: '',
  address: '',
  phone: '',
  language: 'ja',
  way: 'counter',
  proof: '',
  permission: 'approved',
  agree: false,
  another: false,
}
export type CounterValues = typeof NOBODY
export type CounterField = keyof CounterValues

/** W6: every field in the order of the form. */
export function counterErrors(values: CounterValues): readonly FieldError<CounterField>[] {
  return errorsOf<CounterField>([
    ['name', isName(values.name)],
    ['kana', isKana(values.kana)],
    ['birth', isBirthDate(values.birth)],
    ['postalCode', isPostalCode(values.postalCode)],
    ['address', filled('staff.counter-address-wrong')(values.address)],
    ['phone', isPhone(values.phone)],
    ['proof', isVisible(values.proof) ? undefined : say('staff.counter-proof-wrong')],
    ['agree', values.agree ? undefined : say('staff.counter-agree-wrong')],
  ])
}

/** What the API takes; whole where `counterErrors` found nothing. */
export function counterBody(values: CounterValues, termsVersion: string) {
  return {
    person: {
      name: values.name.trim(),
      kana: normaliseKana(values.kana),
      birthDate: dateOfParts(values.birth) ?? '',
      postalCode: normalisePostalCode(values.postalCode),
      address: values.address.trim(),
      phone: normalisePhone(values.phone),
      language: LANGUAGES.find(one => one === values.language) ?? 'ja',
    },
    acceptedTermsVersion: termsVersion,
    contact: { by: WAYS.find(one => one === values.way) ?? 'counter', note: values.proof.trim() },
    permission: PERMISSIONS.find(one => one === values.permission) ?? 'applied',
    despiteAlike: values.another,
  }
}
