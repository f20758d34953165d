import { api, type ResultAt } from '../../../api/client.ts'
import { type FieldError, type Form, useForm } from '../../../forms/use-form.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { say } from '../../../i18n/message.ts'
import { problemMessage } from '../../../i18n/problem-message.ts'
import { dateOfParts, NO_DATE } from '../../../lib/era.ts'
import { normaliseKana, normalisePhone, normalisePostalCode } from '../../../lib/normalise.ts'
import {
  errorsOf,
  filled,
  isBirthDate,
  isKana,
  isName,
  isNewPassword,
  isPhone,
  isPostalCode,
  serverErrors,
} from '../../account/checks.ts'

const EMPTY = { name: '', kana: '', birth: NO_DATE, postalCode: '', address: '', phone: '', password: '' }
type Values = typeof EMPTY
type Answer = ResultAt<'post', '/api/invitations/accept'>
export type InvitationForm = Form<Values, Answer>

type Props = { readonly token: string; readonly hasAccount: boolean; readonly onAccepted: () => void }

/** Who has an account sends the link alone. */
export function useInvitationForm({ token, hasAccount, onAccepted }: Props): InvitationForm {
  const language = useLanguage()
  const form: InvitationForm = useForm<Values, Answer>({
    initial: EMPTY,
    draft: 'invitation',
    secret: ['password'],
    validate: values => (hasAccount ? [] : problemsOf(values)),
    submit: async values => {
      const account = hasAccount ? {} : { account: { ...accountOf(values), language } }
      const answer = await api.post('/api/invitations/accept', { body: { token, ...account } })
      if (answer.status === 'ok') onAccepted()
      if (answer.status === 'refused') form.setErrors(fieldErrors(answer.problem))
      return answer
    },
  })
  return form
}

function problemsOf(values: Values): readonly FieldError<keyof Values>[] {
  return errorsOf<keyof Values>([
    ['name', isName(values.name)],
    ['kana', isKana(values.kana)],
    ['birth', isBirthDate(values.birth)],
    ['postalCode', isPostalCode(values.postalCode)],
    ['address', filled('invitation.address-wrong')(values.address)],
    ['phone', isPhone(values.phone)],
    ['password', isNewPassword(values.password)],
  ])
}

function accountOf({ name, kana, birth, postalCode, address, phone, password }: Values) {
  return {
    name: name.trim(),
    kana: normaliseKana(kana),
    birthDate: dateOfParts(birth) ?? '',
    postalCode: normalisePostalCode(postalCode),
    address: address.trim(),
    phone: normalisePhone(phone),
    password,
  }
}

function fieldErrors(problem: Extract<Answer, { readonly status: 'refused' }>['problem']) {
  if (problem.code === 'weak-password') return [{ field: 'password', message: problemMessage(problem) }]
  if (problem.code === 'birth-date-impossible')
    return [{ field: 'birth', message: say('person.birth-wrong') }]
  return problem.code === 'input-not-valid'
    ? serverErrors(
        (problem.errors ?? []).map(error => ({ ...error, path: error.path.replace(/^account\./, '') })),
        SENT,
      )
    : []
}

const SENT: Readonly<Partial<Record<string, readonly [keyof Values, Key]>>> = {
  name: ['name', 'person.name-wrong'],
  kana: ['kana', 'person.kana-wrong'],
  birthDate: ['birth', 'person.birth-wrong'],
  postalCode: ['postalCode', 'person.postal-wrong'],
  address: ['address', 'invitation.address-wrong'],
  phone: ['phone', 'person.phone-wrong'],
  password: ['password', 'person.password-short'],
}
